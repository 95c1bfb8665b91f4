package org.weighbridge.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.weighbridge.inference.Loss;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.tensor.Block;
import org.weighbridge.tensor.Tensor;

/** What has been tested of one layer while it is assessed. No place is tested twice. */
final class LayerTests {
  private final Layer layer;
  private final Trials trials;
  private final PointListener listener;
  private final double largestWeight;
  private final TreeMap<Double, Loss> losses = new TreeMap<>();
  private final TreeMap<Double, AssessmentPoint> points = new TreeMap<>();

  LayerTests(Layer layer, Trials trials, PointListener listener) {
    this.layer = layer;
    this.trials = trials;
    this.listener = listener;
    this.largestWeight = largestMagnitude(layer.weights());
  }

  /** Takes over what is known already. */
  LayerTests with(LayerCurve known) {
    for (var point : known.points()) {
      losses.put(point.place(), point.loss());
      points.put(point.place(), point);
    }
    return this;
  }

  Layer layer() {
    return layer;
  }

  /** The largest magnitude of a finite weight: from there on bounds make no difference. */
  double largestWeight() {
    return largestWeight;
  }

  /** The losses by ascending place. */
  NavigableMap<Double, Loss> losses() {
    return losses;
  }

  /** The points whose sizes are known. */
  LayerCurve curve() {
    return new LayerCurve(layer.id(), List.copyOf(points.values()));
  }

  /** The loss at a place, measured unless it is known. */
  Loss loss(double place, Progress progress) {
    var known = losses.get(place);
    if (known != null) {
      return known;
    }
    progress.step("%s at %s".formatted(layer.name(), trials.text(place)));
    var loss = trials.loss(this, place, progress).loss();
    losses.put(place, loss);
    return loss;
  }

  void complete(AssessmentPoint point) {
    points.put(point.place(), point);
    listener.point(layer.id(), point);
  }

  /**
   * Halves the gaps below and above a tested place, in the logarithm, where they are wider than
   * {@code ratio}. Where nothing finer was tested and something is lost, a place that much finer
   * is.
   *
   * @param finer how many times as fine
   * @return whether anything was tested
   */
  boolean halveAround(double place, double ratio, double finer, Progress progress) {
    int before = losses.size();
    var below = losses.lowerKey(place);
    var above = losses.higherKey(place);
    if (below != null && place / below > ratio) {
      halve(below, place, progress);
    } else if (below == null && Objects.requireNonNull(losses.get(place)).points() > 0) {
      loss(rounded(place / finer), progress);
    }
    if (above != null && above / place > ratio) {
      halve(place, above, progress);
    }
    return losses.size() > before;
  }

  /** Tests the geometric mean of two places, in three digits. */
  void halve(double below, double above, Progress progress) {
    loss(rounded(Math.sqrt(below * above)), progress);
  }

  static double rounded(double place) {
    return new BigDecimal(place).round(new MathContext(3)).doubleValue();
  }

  private static double largestMagnitude(Tensor weights) {
    float largest = 0;
    for (int from = 0; from < weights.size(); from += Tensor.BLOCK) {
      Block block = weights.block(from, Math.min(Tensor.BLOCK, weights.size() - from));
      for (int i = block.begin(); i < block.end(); i++) {
        float value = block.values()[i];
        if (Float.isFinite(value)) {
          largest = Math.max(largest, Math.abs(value));
        }
      }
    }
    return largest;
  }
}
