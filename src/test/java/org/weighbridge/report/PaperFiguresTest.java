package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.XyFigure;
import org.weighbridge.inference.Loss;
import org.weighbridge.training.Epoch;
import org.weighbridge.training.Stage;
import org.weighbridge.training.gradient.BatchLoss;

class PaperFiguresTest {
  private static MeasuredConfiguration tried(
      Split split, OptionalDouble predicted, double measured) {
    var configuration = SampleResult.encoded(SampleResult.network()).configuration();
    return new MeasuredConfiguration(
        configuration, split, predicted, new Loss(measured, 0.05), 1000);
  }

  @Test
  void eachTrialIsAPointOverOneDiagonalForBothAxes() {
    var figure =
        PredictedAgainstMeasured.figure(
            List.of(
                tried(Split.VALIDATION, OptionalDouble.of(0.2), 0.25),
                tried(Split.VALIDATION, OptionalDouble.empty(), 0.9),
                tried(Split.TEST, OptionalDouble.of(-0.1), 0.1)));

    assertEquals(
        List.of("measured as predicted", "measured on validation", "measured on test"),
        figure.series().stream().map(Series::name).toList());
    var point = figure.series().get(1).points().getFirst();
    assertEquals(1, figure.series().get(1).points().size(), "nothing was predicted of the second");
    assertEquals(0.2, point.x());
    assertEquals(0.25, point.y());
    assertEquals(0.25 + 1.96 * 0.05, point.high(), 1e-4);
    assertEquals(figure.x().from(), figure.y().from());
    assertEquals(figure.x().to(), figure.y().to());
    assertTrue(figure.x().from().orElseThrow() < -0.1);
    assertTrue(figure.y().to().orElseThrow() > point.high());
    assertEquals(4, figure.data().rows().size());
  }

  private static Epoch epoch(Stage stage, int number, int correct, double density) {
    var training = new BatchLoss(100, 50, correct - 1);
    var validation = new BatchLoss(200, 60, 2 * correct);
    return new Epoch(stage, number, training, validation, Map.of(), density, 0.1, 1);
  }

  @Test
  void aTrainingIsCountedThroughItsStages() {
    var figure =
        TrainingCurves.figure(
            "net",
            List.of(
                epoch(Stage.DENSE, 1, 80, 1),
                epoch(Stage.DENSE, 2, 90, 1),
                epoch(Stage.PRUNING, 1, 85, 0.4),
                epoch(Stage.RETRAINING, 1, 89, 0.4)));

    assertEquals(
        List.of("top-1 accuracy [%]", "mean loss", "weights kept [%]"),
        figure.panels().stream().map(panel -> panel.y().label()).toList());
    XyFigure accuracy = figure.panels().getFirst();
    assertEquals(List.of(2.5, 3.5), accuracy.lines().stream().map(ReferenceLine::at).toList());
    assertEquals(
        List.of("pruning", "retraining"),
        accuracy.lines().stream().map(ReferenceLine::label).toList());
    assertEquals(Series.Point.of(3, 84), accuracy.series().get(0).points().get(2));
    assertEquals(Series.Point.of(3, 85), accuracy.series().get(1).points().get(2));
    assertEquals("epoch", figure.panels().getLast().x().title());
    assertEquals(
        List.of("weights kept [%]", "density", "4.0", "40.0", "40.0", "40.0"),
        figure.data().rows().getLast());
  }

  @Test
  void aTrainingWithoutPruningHasNoDensity() {
    var epochs = List.of(epoch(Stage.DENSE, 1, 80, 1), epoch(Stage.DENSE, 2, 90, 1));
    assertEquals(2, TrainingCurves.figure("net", epochs).panels().size());
  }

  @Test
  void theLayerTableEndsWithItsSums() {
    var network = SampleResult.network();
    var encoded = Optional.of(SampleResult.encoded(network));
    var figure = LayerTableFigure.figure(network, encoded);

    assertEquals(4, figure.rows().size());
    assertEquals(2, figure.sums());
    assertEquals(
        List.of(
            "fc1.weight",
            "30 × 56",
            "1 680",
            "25.00 %",
            "2e-2",
            "0.995",
            "1.429",
            "300 B",
            "22.4×"),
        figure.rows().getFirst());
    assertEquals("600 B", figure.rows().get(2).get(7));
    assertEquals("1.00 KB", figure.rows().get(3).get(7));
    assertEquals(LayerTable.of(network, encoded).data(), figure.data());

    var plain = LayerTableFigure.figure(network, Optional.empty());
    assertEquals(4, plain.columns().size());
    assertEquals(0, plain.sums());
  }
}
