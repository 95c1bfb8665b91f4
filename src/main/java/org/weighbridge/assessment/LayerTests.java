package org.weighbridge.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.weighbridge.inference.Loss;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;

/** What has been tested of one layer while it is assessed. No bound is tested twice. */
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
    this.largestWeight = largestMagnitude(layer.weights().values());
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

  /** The losses by ascending bound. */
  NavigableMap<Double, Loss> losses() {
    return losses;
  }

  /** The points whose sizes are known. */
  LayerCurve curve() {
    return new LayerCurve(layer.id(), List.copyOf(points.values()));
  }

  /** The loss at a bound, measured unless it is known. */
  Loss loss(double bound, Progress progress) {
    var known = losses.get(bound);
    if (known != null) {
      return known;
    }
    progress.step("%s at %s".formatted(layer.name(), trials.text(bound)));
    var loss = trials.loss(this, bound, progress).loss();
    losses.put(bound, loss);
    return loss;
  }

  void complete(AssessmentPoint point) {
    points.put(point.place(), point);
    listener.point(layer.id(), point);
  }

  /**
   * Halves the gaps below and above a tested bound, in the logarithm, where they are wider than
   * {@code ratio}.
   *
   * @return whether anything was tested
   */
  boolean halveAround(double bound, double ratio, Progress progress) {
    int before = losses.size();
    var below = losses.lowerKey(bound);
    var above = losses.higherKey(bound);
    if (below != null && bound / below > ratio) {
      halve(below, bound, progress);
    }
    if (above != null && above / bound > ratio) {
      halve(bound, above, progress);
    }
    return losses.size() > before;
  }

  /** Tests the geometric mean of two bounds, in three digits. */
  void halve(double below, double above, Progress progress) {
    loss(rounded(Math.sqrt(below * above)), progress);
  }

  static double rounded(double bound) {
    return new BigDecimal(bound).round(new MathContext(3)).doubleValue();
  }

  private static double largestMagnitude(float[] values) {
    float largest = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}
