package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class ReportFiguresTest {
  private final Network network = SampleResult.network();

  @Test
  void accuracyCurvesShowIntervalsBaselineBudgetAndChosenBounds() {
    var encoded = SampleResult.encoded(network);
    var figure =
        AccuracyCurves.figure(
            SampleResult.assessment(), OptionalDouble.of(0.3), Optional.of(encoded));

    assertEquals(2, figure.series().size());
    var point = figure.series().getFirst().points().getFirst();
    assertEquals(0.001, point.x());
    assertEquals(98.37, point.y(), 1e-9);
    assertTrue(point.low() < point.y() && point.y() < point.high());
    assertEquals(
        List.of("baseline 98.37 %", "budget −0.30 pp", "ε fc2.weight", "ε fc1.weight"),
        figure.lines().stream().map(ReferenceLine::label).toList());
    assertEquals(98.07, figure.lines().get(1).at(), 1e-9);
    assertTrue(figure.y().from().orElseThrow() > 96, "the collapse is not shown");
    assertTrue(figure.y().from().orElseThrow() < 98.07 - 0.3, "what lies below the budget is");
  }

  @Test
  void masksOfSmallLayersShowEveryWeight() {
    var figure = MaskImage.figure(network.layers().getFirst());

    assertEquals(30, figure.rows());
    assertEquals(56, figure.columns());
    assertEquals(new ImageFigure.Kinds(List.of("pruned", "kept")), figure.key());
    assertEquals(1, figure.cell(0, 0));
    assertEquals(0, figure.cell(0, 1));
    assertEquals(1, figure.cell(29, 52));
    assertEquals("output", figure.y().title());
  }

  @Test
  void masksOfLargeLayersShowTheKeptShareOfBoxes() {
    var values = new float[3 * 2001];
    values[0] = 1;
    values[2001] = -1;
    values[2000] = 1;
    var layer = new Layer(new LayerId("w"), "MatMul", new Tensor(Shape.of(3, 2001), values), 1);
    var figure = MaskImage.figure(layer);

    // boxes of 3 × 3, all whole here
    assertEquals(1, figure.rows());
    assertEquals(667, figure.columns());
    assertEquals(100 * 2 / 9f, figure.cell(0, 0), 1e-4);
    assertEquals(0, figure.cell(0, 1));
    assertEquals(100 / 9f, figure.cell(0, 666), 1e-4);
    assertEquals("input", figure.y().title());
    assertEquals(2001, figure.x().to().orElseThrow());
  }

  @Test
  void weightsCountTheKeptOnly() {
    var figure = WeightHistogram.figure(network.layers().getFirst()).orElseThrow();
    assertEquals(420, figure.histograms().getFirst().total());

    var id = network.layers().getFirst().id();
    var empty = new Tensor(Shape.of(30, 56), new float[30 * 56]);
    var pruned = network.withWeights(Map.of(id, empty)).layers().getFirst();
    assertEquals(Optional.empty(), WeightHistogram.figure(pruned));
  }

  @Test
  void errorsOnTheBoundAreInsideAndBeyondItOutside() {
    var report = SampleResult.encoded(network).layers().getFirst();
    var original = Tensor.of(Shape.of(5), 1, 1, 1, 0, 1);
    float up = (float) (1 + SampleResult.BOUND);
    var figure =
        ErrorHistogram.figure(report, original, Tensor.of(Shape.of(5), 1, up - 1e-6f, 2, 0, 0.99f));

    var errors = figure.histograms().getFirst();
    assertEquals(3, errors.total());
    assertEquals(1, errors.outside());
    assertEquals(1, errors.counts().getLast());
    assertArrayEquals(
        new double[] {-0.02, 0.02},
        figure.lines().stream().mapToDouble(ReferenceLine::at).toArray());
  }

  @Test
  void bytesAddUpToTheFile() {
    var encoded = SampleResult.encoded(network);
    var figure = WhereBytesGo.figure(encoded);
    double all = figure.bars().stream().mapToDouble(bar -> bar.total()).sum();

    assertEquals((double) encoded.fileBytes(), all);
    assertEquals("B", figure.axis().unit());
    assertEquals(6, figure.segments().size());
  }

  @Test
  void fileNamesAreSafeAndDiffer() {
    var weights = Tensor.of(Shape.of(1), 1);
    var names =
        FileNames.of(
            List.of(
                new Layer(new LayerId("a/b:0"), "Gemm", weights, 0),
                new Layer(new LayerId("A_b_0"), "Gemm", weights, 0),
                new Layer(new LayerId("../x".repeat(50)), "Gemm", weights, 0),
                new Layer(new LayerId("fc1.weight"), "Gemm", weights, 0)));

    var list = List.copyOf(names.values());
    assertEquals("a_b_0", list.get(0));
    assertEquals("A_b_0-2", list.get(1));
    assertEquals(80, list.get(2).length());
    assertTrue(list.get(2).startsWith(".._x.._x"));
    assertEquals("fc1.weight", list.get(3));
  }
}
