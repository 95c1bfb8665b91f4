package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.function.LongConsumer;
import org.weighbridge.job.Crew;
import org.weighbridge.runtime.Run;

/**
 * The forward pass over the samples.
 *
 * @param batching how they are divided
 * @param scores what the class scores are like
 * @param atOnce how many batches are computed at the same time
 */
record Forward(Batching batching, Scores scores, int atOnce) {
  /**
   * Asks about all samples of some batches until it is enough, in their order where that is looked
   * at.
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
    var turn = new Turn(slice, feed, variant, pass, worked, run);
    int[] indices = batches.stream().toArray();
    int wave = pass.enough() == Pass.Enough.NEVER ? indices.length : atOnce;
    for (int from = 0; from < indices.length; from += wave) {
      int[] now = Arrays.copyOfRange(indices, from, Math.min(indices.length, from + wave));
      Crew.forEach(atOnce, now.length, i -> turn.take(now[i]));
      if (enough(pass, now)) {
        break;
      }
    }
    turn.report();
  }

  /** Looks at batches in their order. */
  private boolean enough(Pass pass, int[] batches) {
    return Arrays.stream(batches)
        .anyMatch(i -> pass.enough().after(pass.answers(), batching.from(i), batching.size(i)));
  }

  /** One pass under way: batches run side by side, what they share is touched by one at a time. */
  private final class Turn {
    private final Slice slice;
    private final Feed feed;
    private final Variant variant;
    private final Pass pass;
    private final LongConsumer worked;
    private final Run run;
    private int unreported;

    Turn(Slice slice, Feed feed, Variant variant, Pass pass, LongConsumer worked, Run run) {
      this.slice = slice;
      this.feed = feed;
      this.variant = variant;
      this.pass = pass;
      this.worked = worked;
      this.run = run;
    }

    void take(int index) {
      Feed.Batch batch;
      Map<String, OnnxTensor> inputs;
      synchronized (this) {
        run.check();
        batch = feed.batch(index, run);
        inputs = slice.with(batch.tensors(), variant, run);
      }
      try (OrtSession.Result result = slice.run(inputs, run)) {
        read((OnnxTensor) result.get(0), index);
      } finally {
        synchronized (this) {
          batch.close();
        }
      }
      synchronized (this) {
        unreported += batching.size(index);
        if (unreported >= batching.samples() / 100) {
          report();
        }
      }
    }

    private void read(OnnxTensor output, int index) {
      int size = batching.size(index);
      int from = batching.from(index);
      scores.read(output, size, pass.right(), pass.answers(), from);
      BitSet ties = scores.nearTies(output, size);
      synchronized (this) {
        ties.stream().forEach(row -> pass.nearTies().set(from + row));
      }
    }

    synchronized void report() {
      worked.accept(unreported);
      unreported = 0;
    }
  }
}
