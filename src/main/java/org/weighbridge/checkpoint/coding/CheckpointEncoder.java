package org.weighbridge.checkpoint.coding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.MappedCheckpoint;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Setting;
import org.weighbridge.container.stream.Carriage;
import org.weighbridge.container.stream.Piece;
import org.weighbridge.container.stream.PieceRecord;
import org.weighbridge.container.stream.Pieces;
import org.weighbridge.container.stream.StreamPlan;
import org.weighbridge.container.stream.StreamWriter;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.job.Suspended;
import org.weighbridge.job.WorkPool;

/**
 * Encodes checkpoints block by block. What is written survives cancelling, a killed process and a
 * full disk: the next run under the same plan goes on behind the last whole block whose source is
 * still the same, and comes to the same bytes.
 */
public final class CheckpointEncoder {
  private final Checkpoint checkpoint;
  private final CodingPlan coding;
  private final StreamPlan plan;
  private final List<Piece> pieces;
  private final MappedCheckpoint source;
  private final List<BlockCoder> coders = new ArrayList<>();
  private final int ahead;

  private CheckpointEncoder(
      Checkpoint checkpoint, CodingPlan coding, StreamPlan plan, MappedCheckpoint source) {
    this.checkpoint = checkpoint;
    this.coding = coding;
    this.plan = plan;
    this.source = source;
    pieces = Pieces.of(plan);
    ahead = Ahead.of(plan.block());
  }

  /**
   * Encodes a checkpoint.
   *
   * @param target the .wbz file
   * @throws Fault when the plan does not suit, a promise is broken, or the file cannot be written
   * @throws Suspended when it was cancelled
   */
  public static EncodedCheckpoint encode(
      Checkpoint checkpoint, CodingPlan coding, Path target, Progress progress) {
    var plan = coding.in(checkpoint);
    try (var source = new MappedCheckpoint(checkpoint);
        var writer = StreamWriter.open(target, plan, progress)) {
      return new CheckpointEncoder(checkpoint, coding, plan, source).run(writer, progress);
    } catch (CancellationException e) {
      throw new Suspended(
          "Cancelled; what is encoded already is kept in %s, and the same command goes on there."
              .formatted(StreamWriter.part(target)),
          e);
    }
  }

  private EncodedCheckpoint run(StreamWriter writer, Progress progress) {
    long start = System.nanoTime();
    progress.begin("Encoding " + checkpoint.name(), plan.bytes());
    findBounds(progress);
    var report = new EncodingReport(plan);
    var hashes = new SourceHashes(checkpoint.files().size());
    int done = kept(writer, report, hashes, progress);
    long resumed = done == 0 ? 0 : writer.size();
    long coded = pieces.subList(done, pieces.size()).stream().mapToLong(Piece::length).sum();
    WorkPool.inOrder(
        pieces.size() - done,
        ahead,
        i -> code(pieces.get(done + i), progress),
        (record, i) -> {
          var piece = pieces.get(done + i);
          hashes.add(Block.of(piece, source));
          writer.append(record);
          report.add(piece, record, writer.bytes(piece.index()));
          progress.worked(piece.length());
        });
    long bytes = writer.finish(hashes.finish());
    return new EncodedCheckpoint(
        checkpoint.name(),
        report.tensors(),
        checkpoint.parameters(),
        plan.bytes(),
        coded,
        bytes,
        System.nanoTime() - start,
        resumed,
        writer.replaced());
  }

  private void findBounds(Progress progress) {
    var bounds = new TensorBounds(source, ahead);
    var blocks = new ArrayList<List<Piece>>();
    plan.tensors().forEach(tensor -> blocks.add(new ArrayList<>()));
    pieces.stream().filter(Piece::ofTensor).forEach(piece -> blocks.get(piece.tensor()).add(piece));
    for (int i = 0; i < plan.tensors().size(); i++) {
      var tensor = plan.tensors().get(i);
      progress.step("bounds of " + tensor.name());
      var coder =
          new BlockCoder(
              tensor.name(),
              Written.type(tensor.type()),
              Codecs.byId(tensor.codec()),
              Setting.parse(tensor.setting()),
              coding.belowBound());
      coders.add(bounds.absolute(tensor, blocks.get(i), coder, progress));
    }
  }

  /** How many pieces of a run before are still right; what is behind them is dropped. */
  private int kept(
      StreamWriter writer, EncodingReport report, SourceHashes hashes, Progress progress) {
    int right = 0;
    for (var record : writer.kept()) {
      progress.check();
      var piece = pieces.get(record.piece());
      var block = Block.of(piece, source);
      if (record.source() != block.checksum() || !sameBound(piece, record)) {
        break;
      }
      hashes.add(block);
      report.add(piece, record, writer.bytes(piece.index()));
      progress.worked(piece.length());
      right++;
    }
    writer.keep(right);
    return right;
  }

  /** A bound depends on the whole tensor, other blocks of which may have changed. */
  private boolean sameBound(Piece piece, PieceRecord record) {
    return !(record instanceof PieceRecord.Coded coded
        && coders.get(piece.tensor()).setting() instanceof ErrorBound bound
        && bound.value() != coded.bound());
  }

  private PieceRecord code(Piece piece, Progress progress) {
    progress.check();
    var block = Block.of(piece, source);
    if (!piece.ofTensor()) {
      return carried(block, progress);
    }
    var tensor = plan.tensors().get(piece.tensor());
    progress.step(tensor.name());
    var coder = coders.get(piece.tensor());
    var coded = coder.code(block.weights(tensor), coding.effort(), progress.quiet());
    var encoded = coded.encoded();
    return encoded.bytes().length >= piece.length()
        ? carried(block, progress)
        : new PieceRecord.Coded(
            piece.index(),
            block.checksum(),
            Written.checksum(coder.type(), coded.written()),
            encoded.codec(),
            encoded.version(),
            coded.bound(),
            coded.maxError(),
            encoded.bytes());
  }

  private PieceRecord carried(Block block, Progress progress) {
    return new PieceRecord.Carried(
        block.piece().index(),
        block.checksum(),
        Carriage.pack(block.copy(), coding.effort(), progress.quiet()));
  }
}
