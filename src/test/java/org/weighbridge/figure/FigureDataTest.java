package org.weighbridge.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureDataTest {
  @Test
  void xyFiguresGiveEveryPointInFullPrecision() {
    var series =
        new Series(
            "fc1, \"first\"",
            Style.of(0),
            List.of(Series.Point.of(0.1, 98.25), new Series.Point(1e-4, 99, 98.5, 99.5)));
    var figure =
        new XyFigure(
            Caption.NONE,
            Axis.log("bound", ""),
            Axis.linear("accuracy", "%"),
            List.of(series),
            List.of());

    assertEquals(
        """
        series,bound,accuracy [%],low,high
        "fc1, ""first""\",0.1,98.25,98.25,98.25
        "fc1, ""first""\",1.0E-4,99.0,98.5,99.5
        """,
        figure.data().csv());
  }

  @Test
  void histogramsCountTheirEdgesOnceAndNothingTwice() {
    var counter = new Histogram.Counter(-1, 1, 4);
    for (double value : new double[] {-1, -0.5, 0, 0.49, 0.5, 1, 1.01, Double.NaN}) {
      counter.add(value);
    }
    Histogram histogram = counter.histogram("all");

    assertEquals(List.of(1L, 1L, 2L, 2L), histogram.counts());
    assertEquals(2, histogram.outside());
    assertEquals(6, histogram.total());
    var figure =
        new HistogramFigure(
            Caption.NONE,
            Axis.linear("w", ""),
            Axis.linear("count", ""),
            List.of(histogram),
            List.of());
    assertEquals(
        """
        series,from,to,count
        all,-1.0,-0.5,1
        all,-0.5,0.0,1
        all,0.0,0.5,2
        all,0.5,1.0,2
        """,
        figure.data().csv());
  }

  @Test
  void barsAndImagesGiveTheirMatrix() {
    var bars =
        new StackedBarFigure(
            Caption.NONE,
            Axis.linear("bytes", ""),
            List.of(
                new StackedBarFigure.Segment("index", Palette.BLUE, StackedBarFigure.Hatch.NONE)),
            List.of(new StackedBarFigure.Bar("fc1", List.of(12.0), "12 B")));
    assertEquals("bar,index\nfc1,12.0\n", bars.data().csv());

    var image =
        new ImageFigure(
            Caption.NONE,
            Axis.linear("column", ""),
            Axis.linear("row", ""),
            new ImageFigure.Kinds(List.of("pruned", "kept")),
            2,
            3,
            new float[] {0, 1, 0, 1, 1, 0});
    assertEquals("0,1,2\n0.0,1.0,0.0\n1.0,1.0,0.0\n", image.data().csv());
  }

  @Test
  void inconsistentFiguresAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new DataTable(List.of("a", "b"), List.of(List.of("1"))));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new StackedBarFigure(
                Caption.NONE,
                Axis.linear("bytes", ""),
                List.of(),
                List.of(new StackedBarFigure.Bar("fc1", List.of(1.0), ""))));
    assertThrows(IllegalArgumentException.class, () -> new Histogram("w", 1, 1, List.of(1L), 0));
  }

  @Test
  void theFirst84StylesDiffer() {
    var styles = new HashSet<Style>();
    for (int i = 0; i < 84; i++) {
      styles.add(Style.of(i));
    }
    assertEquals(84, styles.size());
  }
}
