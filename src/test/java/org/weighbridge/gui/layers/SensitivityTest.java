package org.weighbridge.gui.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.gui.chart.Scale;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

class SensitivityTest {
  private static final int SAMPLES = 1000;

  @Test
  void isWhereTheCurveCrossesTheBudgetOverTheLogarithm() {
    var curve = curve(point(1e-3, 0), point(1e-2, 2), point(1e-1, 0));
    var at = Sensitivity.of(curve, 1, Scale.BOUNDS).orElseThrow();
    assertEquals(Sensitivity.Reach.AT, at.reach());
    assertEquals(Math.sqrt(1e-5), at.bound(), 1e-9);
    assertEquals("3.2e-3", at.words());
  }

  @Test
  void saysWhenItLiesBeyondWhatWasAssessed() {
    var curve = curve(point(1e-3, 0.5), point(1e-2, 2));
    assertEquals("<1e-3", Sensitivity.of(curve, 0.4, Scale.BOUNDS).orElseThrow().words());
    assertEquals("≥1e-2", Sensitivity.of(curve, 2, Scale.BOUNDS).orElseThrow().words());
    assertTrue(Sensitivity.of(curve(), 1, Scale.BOUNDS).isEmpty());
  }

  private static LayerCurve curve(AssessmentPoint... points) {
    return new LayerCurve(new LayerId("fc"), List.of(points));
  }

  private static AssessmentPoint point(double bound, double lossPoints) {
    int lost = (int) Math.round(lossPoints * SAMPLES / 100);
    var accuracy = new Accuracy(SAMPLES, SAMPLES - lost, Accuracy.Kind.LABELS);
    var flips = new Flips(lost, 0);
    return new AssessmentPoint(
        "sz", bound, accuracy, Loss.counted(flips, SAMPLES), flips, 100, bound);
  }
}
