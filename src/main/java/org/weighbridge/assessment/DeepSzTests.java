package org.weighbridge.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.job.Progress;

/** Runs {@link AssessmentPlan.DeepSz}: first the decade of every layer, then within it. */
final class DeepSzTests {
  /** Decades tried in either direction before a layer is taken as it is. */
  private static final int DECADES = 6;

  /** Tests expected of a layer, for the display of progress: of the decade and within. */
  private static final int FEW = 3;

  private static final int MORE = 12;

  private final AssessmentPlan.DeepSz plan;

  DeepSzTests(AssessmentPlan.DeepSz plan) {
    this.plan = plan;
  }

  void run(List<LayerTests> layers, Progress progress) {
    progress.begin("Assessing", (long) (FEW + MORE) * layers.size());
    var decades = new ArrayList<Double>();
    for (var layer : layers) {
      decades.add(decade(layer, progress.part(FEW)));
    }
    for (int i = 0; i < layers.size(); i++) {
      within(layers.get(i), decades.get(i), progress.part(MORE));
    }
  }

  /** The largest power of ten times the start that loses no more than the criterion allows. */
  private double decade(LayerTests layer, Progress progress) {
    progress.begin(layer.layer().name(), FEW);
    if (lossless(layer, 0, progress)) {
      int power = 0;
      while (power < DECADES
          && bound(1, power) < layer.largestWeight()
          && lossless(layer, power + 1, progress)) {
        power++;
      }
      return bound(1, power);
    }
    int power = -1;
    while (power > -DECADES && !lossless(layer, power, progress)) {
      power--;
    }
    return bound(1, power);
  }

  private boolean lossless(LayerTests layer, int power, Progress progress) {
    var loss = layer.loss(bound(1, power), progress);
    progress.worked(1);
    return loss.points() <= plan.distortionPoints();
  }

  /** Tests 1 to 9 times each power of ten from {@code decade} on, until too much is lost. */
  private void within(LayerTests layer, double decade, Progress progress) {
    progress.begin(layer.layer().name(), MORE);
    for (int power = 0; true; power++) {
      for (int digit = 1; digit <= 9; digit++) {
        double bound = scaled(decade, digit, power);
        if (layer.loss(bound, progress).points() > plan.lossPoints()
            || bound > layer.largestWeight()) {
          return;
        }
        progress.worked(1);
      }
    }
  }

  private double bound(int digit, int power) {
    return scaled(plan.start(), digit, power);
  }

  /** {@code digit × base × 10^power} as the decimal number a person would write. */
  private static double scaled(double base, int digit, int power) {
    return new BigDecimal(Double.toString(base))
        .multiply(BigDecimal.valueOf(digit))
        .scaleByPowerOfTen(power)
        .doubleValue();
  }
}
