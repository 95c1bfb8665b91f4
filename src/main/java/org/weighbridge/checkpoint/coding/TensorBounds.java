package org.weighbridge.checkpoint.coding;

import java.util.List;
import org.weighbridge.checkpoint.MappedCheckpoint;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Psnr;
import org.weighbridge.codec.PsnrSearch;
import org.weighbridge.codec.Spread;
import org.weighbridge.container.stream.Piece;
import org.weighbridge.container.stream.PlannedTensor;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * Absolute bounds out of those that depend on the values of a whole tensor: a fraction of its
 * range, or a signal-to-noise ratio that it reaches as a whole, which is found by coding it at
 * once.
 */
final class TensorBounds {
  private final MappedCheckpoint source;
  private final int ahead;

  TensorBounds(MappedCheckpoint source, int ahead) {
    this.source = source;
    this.ahead = ahead;
  }

  /** The same coder, asked for an absolute bound. */
  BlockCoder absolute(
      PlannedTensor tensor, List<Piece> blocks, BlockCoder coder, Progress progress) {
    if (!(coder.setting() instanceof ErrorBound asked)
        || asked.mode() == ErrorBound.Mode.ABSOLUTE) {
      return coder;
    }
    var spread = new Spread[] {Spread.NONE};
    WorkPool.inOrder(
        blocks.size(),
        ahead,
        i -> {
          progress.check();
          return Spread.of(Block.of(blocks.get(i), source).weights(tensor).values());
        },
        (part, _) -> spread[0] = spread[0].plus(part));
    double start = asked.absoluteFor(spread[0]);
    return asked.mode() == ErrorBound.Mode.PSNR
        ? PsnrSearch.run(
                coder.codec().name(),
                asked.value(),
                start,
                bound -> tried(tensor, blocks, at(coder, bound), spread[0], progress),
                Tried::psnr)
            .coder()
        : at(coder, start);
  }

  private record Tried(BlockCoder coder, double psnr) {}

  private Tried tried(
      PlannedTensor tensor,
      List<Piece> blocks,
      BlockCoder coder,
      Spread spread,
      Progress progress) {
    var sum = new double[1];
    WorkPool.inOrder(
        blocks.size(),
        ahead,
        i -> {
          var weights = Block.of(blocks.get(i), source).weights(tensor);
          return coder.code(weights, Effort.FAST, progress.quiet()).squaredError(weights);
        },
        (part, _) -> sum[0] += part);
    return new Tried(coder, Psnr.of(spread, sum[0]));
  }

  private static BlockCoder at(BlockCoder coder, double bound) {
    return new BlockCoder(
        coder.name(), coder.type(), coder.codec(), ErrorBound.absolute(bound), coder.belowBound());
  }
}
