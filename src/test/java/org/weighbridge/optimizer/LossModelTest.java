package org.weighbridge.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

class LossModelTest {
  private static final LayerId SMALL = new LayerId("small");
  private static final LayerId LARGE = new LayerId("large");

  @Test
  void correctedLossesAddUpToWhatWasMeasured() {
    var choice = choice();
    for (double measured : new double[] {0.21, 0.3, 0.9}) {
      assertEquals(
          measured, sum(choice, LossModel.learnt(LossModel.ADDITIVE, choice, measured)), 1e-12);
    }
  }

  @Test
  void aLuckyMeasurementIsBelievedByHalf() {
    var choice = choice();
    assertEquals(0.15, sum(choice, LossModel.learnt(LossModel.ADDITIVE, choice, -1)), 1e-12);
  }

  @Test
  void layersThatLoseNothingAloneAreTightenedWhereThatIsCheapest() {
    var silent =
        new Assessment(
            SomeCurves.BASELINE,
            List.of(
                new LayerCurve(
                    SMALL, List.of(SomeCurves.point(0.01, 0, 200), SomeCurves.point(0.02, 0, 100))),
                new LayerCurve(
                    LARGE,
                    List.of(SomeCurves.point(0.01, 0, 9000), SomeCurves.point(0.02, 0, 5000)))),
            0);
    var first = BoundOptimizer.leastSize(silent, 0.3);
    assertEquals(5100, first.predictedBytes());
    var next =
        BoundOptimizer.leastSize(silent, 0.3, LossModel.learnt(LossModel.ADDITIVE, first, 0.4));
    assertEquals(5200, next.predictedBytes());
    assertTrue(next.predictedLossPoints() == 0, "predictions stay as they were assessed");
  }

  @Test
  void placesOfSeveralCodersAreNotCompared() {
    var choice = choice();
    var learnt = LossModel.learnt(LossModel.ADDITIVE, choice, 0.9);
    double sz = learnt.lossPoints(SMALL, SomeCurves.point(0.02, 0.1, 100));
    // the place says nothing beside another coder's: the error is the same
    assertEquals(sz, learnt.lossPoints(SMALL, other(0.5, 0.02)), 1e-12);
    assertTrue(learnt.lossPoints(SMALL, other(0.5, 0.04)) > sz);
    var alone = AssessmentPoint.uncoded(SomeCurves.BASELINE, 400);
    assertEquals(0, learnt.lossPoints(SMALL, alone));
  }

  @Test
  void aLayerThatWasLeftAloneTakesNoShare() {
    var points =
        Map.of(
            SMALL, AssessmentPoint.uncoded(SomeCurves.BASELINE, 400),
            LARGE, SomeCurves.point(0.01, 0.2, 5000));
    var learnt = LossModel.learnt(LossModel.ADDITIVE, new Choice(points, 0.2, 5400), 0.9);
    assertEquals(0.9, learnt.lossPoints(LARGE, SomeCurves.point(0.01, 0.2, 5000)), 1e-12);
    assertEquals(0.1, learnt.lossPoints(SMALL, SomeCurves.point(0.02, 0.1, 100)), 1e-12);
    var nothing = new Choice(Map.of(SMALL, points.get(SMALL)), 0, 400);
    var all = LossModel.learnt(LossModel.ADDITIVE, nothing, 0.1);
    assertEquals(0.1, all.lossPoints(SMALL, SomeCurves.point(0.02, 0.1, 100)), 1e-12);
  }

  /** A loss that was corrected at a fine bound grows with the square of a coarser one. */
  @Test
  void lossesBeyondAllMeasureAreNotTakenForGains() {
    var curves =
        List.of(
            new LayerCurve(
                SMALL, List.of(SomeCurves.point(1e-6, 0, 200), SomeCurves.point(1, 0, 100))),
            new LayerCurve(
                LARGE, List.of(SomeCurves.point(1e-6, 0, 9000), SomeCurves.point(1, 0, 5000))));
    var assessment = new Assessment(SomeCurves.BASELINE, curves, 0);
    LossModel endless = (layer, point) -> point.place() == 1 ? 1e13 : 0;
    assertEquals(9200, BoundOptimizer.leastSize(assessment, 1, endless).predictedBytes());
  }

  private static AssessmentPoint other(double place, double maxError) {
    return new AssessmentPoint(
        "linear", place, SomeCurves.BASELINE, new Loss(0.1, 0), Flips.none(), 90, maxError);
  }

  private static double sum(Choice choice, LossModel losses) {
    return choice.points().entrySet().stream()
        .mapToDouble(entry -> losses.lossPoints(entry.getKey(), entry.getValue()))
        .sum();
  }

  /** Predicted to lose 0.3 points. */
  private static Choice choice() {
    var assessment =
        new Assessment(
            SomeCurves.BASELINE,
            List.of(
                new LayerCurve(SMALL, List.of(SomeCurves.point(0.02, 0.1, 100))),
                new LayerCurve(LARGE, List.of(SomeCurves.point(0.01, 0.2, 5000)))),
            0);
    return BoundOptimizer.leastSize(assessment, 1);
  }
}
