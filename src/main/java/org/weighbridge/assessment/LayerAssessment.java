package org.weighbridge.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.TreeMap;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;

/** The points of one layer while it is assessed. No bound is tested twice. */
final class LayerAssessment {
  /** Decades tried in either direction before a layer is taken as it is. */
  private static final int DECADES = 6;

  private final Layer layer;
  private final LayerTrial trial;
  private final PointListener listener;
  private final double largestWeight;
  private final TreeMap<Double, AssessmentPoint> points = new TreeMap<>();

  LayerAssessment(Layer layer, LayerTrial trial, PointListener listener) {
    this.layer = layer;
    this.trial = trial;
    this.listener = listener;
    this.largestWeight = largestMagnitude(layer.weights().values());
  }

  /** Takes over what is known already. */
  LayerAssessment with(LayerCurve known) {
    known.points().forEach(point -> points.put(point.bound(), point));
    return this;
  }

  LayerCurve curve() {
    return new LayerCurve(layer.id(), java.util.List.copyOf(points.values()));
  }

  void grid(AssessmentPlan.LogGrid grid, Progress progress) {
    progress.begin(layer.name(), grid.points());
    for (int i = 0; i < grid.points(); i++) {
      test(grid.bound(i), progress);
      progress.worked(1);
    }
  }

  /** The largest power of ten times the start that loses no more than the criterion allows. */
  double decade(AssessmentPlan.DeepSz plan, Progress progress) {
    progress.begin(layer.name(), DECADES);
    double bound = plan.start();
    if (loss(bound, progress) <= plan.distortionPoints()) {
      for (int i = 0; i < DECADES && bound < largestWeight; i++) {
        double next = scaled(plan.start(), 1, i + 1);
        if (loss(next, progress) > plan.distortionPoints()) {
          break;
        }
        bound = next;
      }
    } else {
      for (int i = 0; i < DECADES; i++) {
        bound = scaled(plan.start(), 1, -i - 1);
        if (loss(bound, progress) <= plan.distortionPoints()) {
          break;
        }
      }
    }
    return bound;
  }

  /** Tests 1 to 9 times each power of ten from {@code decade} on, until too much is lost. */
  void within(double decade, AssessmentPlan.DeepSz plan, Progress progress) {
    progress.begin(layer.name(), 18);
    for (int power = 0; power < 2; power++) {
      for (int digit = 1; digit <= 9; digit++) {
        double bound = scaled(decade, digit, power);
        if (loss(bound, progress) > plan.lossPoints() || bound > largestWeight) {
          return;
        }
        progress.worked(1);
      }
    }
  }

  /**
   * Halves the gaps below and above an assessed bound, in the logarithm, where they are wider than
   * {@code ratio}.
   *
   * @return whether anything was tested
   */
  boolean halve(double bound, double ratio, Progress progress) {
    int before = points.size();
    var below = points.lowerKey(bound);
    var above = points.higherKey(bound);
    if (below != null && bound / below > ratio) {
      test(between(below, bound), progress);
    }
    if (above != null && above / bound > ratio) {
      test(between(bound, above), progress);
    }
    return points.size() > before;
  }

  /** The geometric mean in three digits. */
  private static double between(double below, double above) {
    return new BigDecimal(Math.sqrt(below * above)).round(new MathContext(3)).doubleValue();
  }

  private double loss(double bound, Progress progress) {
    return test(bound, progress).lossPoints();
  }

  private AssessmentPoint test(double bound, Progress progress) {
    var known = points.get(bound);
    if (known != null) {
      return known;
    }
    progress.step("%s at error bound %.3g".formatted(layer.name(), bound));
    var point = trial.test(layer, bound, progress);
    points.put(bound, point);
    listener.point(layer.id(), point);
    return point;
  }

  /** {@code digit × base × 10^power} as the decimal number a person would write. */
  private static double scaled(double base, int digit, int power) {
    return new BigDecimal(Double.toString(base))
        .multiply(BigDecimal.valueOf(digit))
        .scaleByPowerOfTen(power)
        .doubleValue();
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
