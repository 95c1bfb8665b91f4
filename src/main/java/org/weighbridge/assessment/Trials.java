package org.weighbridge.assessment;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Future;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.CheckedLayer;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;

/**
 * Tests one layer at one setting with all other layers exact. The loss is there at once, because
 * the effort decides bytes and never values: what is coded fastest is what is measured. The size
 * follows.
 */
final class Trials implements AutoCloseable {
  /** A point that waits for its size. */
  private record Unsized(LayerTests layer, double place, MeasuredLoss loss, Future<Long> size) {}

  private final LayerCodec codec;
  private final Effort effort;
  private final BelowBound belowBound;
  private final Evaluator evaluator;
  private final KnownPoints known;
  private final SizeQueue sizes;
  private final Queue<Unsized> unsized = new ArrayDeque<>();

  Trials(
      LayerCodec codec,
      Effort effort,
      BelowBound belowBound,
      Evaluator evaluator,
      KnownPoints known) {
    this.codec = codec;
    this.effort = effort;
    this.belowBound = belowBound;
    this.evaluator = evaluator;
    this.known = known;
    this.sizes = new SizeQueue(codec, known);
  }

  /** Measures the loss at a place of the axis; the whole point comes to the layer's tests later. */
  MeasuredLoss loss(LayerTests tests, double place, Progress progress) {
    progress.check();
    var layer = tests.layer();
    var size = sizes.of(layer, place, settings(place, effort), progress);
    var loss = known.loss(layer.id(), place).orElseGet(() -> measured(tests, place, progress));
    unsized.add(new Unsized(tests, place, loss, size));
    handOn(progress, false);
    return loss;
  }

  private MeasuredLoss measured(LayerTests tests, double place, Progress progress) {
    var layer = tests.layer();
    var fast = settings(place, Effort.FAST);
    var coded = CheckedLayer.encode(codec, layer.weights(), fast, progress);
    progress.check();
    var evaluation = evaluator.evaluate(Map.of(layer.id(), coded.decoded()), progress);
    var loss = MeasuredLoss.of(evaluation, coded.maxError());
    known.learn(layer.id(), place, loss);
    return loss;
  }

  private CodecSettings settings(double place, Effort withEffort) {
    return new CodecSettings(codec.axis().at(place), withEffort, belowBound);
  }

  /** What people call a place of the codec's axis. */
  String text(double place) {
    return switch (codec.axis()) {
      case Axis.Bounds bounds -> String.format(Locale.ROOT, "error bound %.3g", place);
      case Axis.Steps steps -> steps.text(place);
    };
  }

  /** Waits for all sizes. */
  void finish(Progress progress) {
    handOn(progress, true);
  }

  /** Hands on the points whose sizes are there, in the order in which they were asked for. */
  private void handOn(Progress progress, boolean wait) {
    for (var first = unsized.peek();
        first != null && (wait || first.size().isDone());
        first = unsized.peek()) {
      unsized.remove();
      long bytes = SizeQueue.await(first.size(), progress);
      first.layer().complete(first.loss().at(codec.id(), first.place(), bytes));
    }
  }

  @Override
  public void close() {
    sizes.close();
  }
}
