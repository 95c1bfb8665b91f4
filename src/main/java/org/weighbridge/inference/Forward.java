package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import java.util.BitSet;
import java.util.function.LongConsumer;

/**
 * The forward pass over the samples.
 *
 * @param batching how they are divided
 * @param scores what the class scores are like
 */
record Forward(Batching batching, Scores scores) {
  /**
   * Asks about all samples of some batches, in their order, until it is enough.
   *
   * @param slice computes class scores from what {@code feed} gives
   * @param worked told how many samples were added
   */
  void ask(
      Slice slice,
      Feed feed,
      Variant variant,
      BitSet batches,
      Pass pass,
      LongConsumer worked,
      Run run) {
    int unreported = 0;
    for (int index = batches.nextSetBit(0); index >= 0; index = batches.nextSetBit(index + 1)) {
      int size = batching.size(index);
      int from = batching.from(index);
      try (var batch = feed.batch(index, run);
          var result = slice.run(batch.tensors(), variant, run)) {
        var batchScores = (OnnxTensor) result.get(0);
        scores.read(batchScores, size, pass.right(), pass.answers(), from);
        scores.markNearTies(batchScores, size, pass.nearTies(), from);
      }
      unreported += size;
      boolean last =
          pass.enough().after(pass.answers(), from, size) || index == batches.length() - 1;
      if (last || unreported >= batching.samples() / 100) {
        worked.accept(unreported);
        unreported = 0;
      }
      if (last) {
        return;
      }
    }
  }
}
