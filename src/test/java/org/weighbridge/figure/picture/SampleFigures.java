package org.weighbridge.figure.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.DataTable;
import org.weighbridge.figure.Figure;
import org.weighbridge.figure.Histogram;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.Palette;
import org.weighbridge.figure.PanelFigure;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.StackedBarFigure;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.TableFigure;
import org.weighbridge.figure.XyFigure;

/** One figure of every kind, with made-up data. */
final class SampleFigures {
  private SampleFigures() {}

  static Map<String, Figure> all() {
    var figures = new LinkedHashMap<String, Figure>();
    figures.put("curves", curves(4));
    figures.put("many-curves", curves(20));
    figures.put("error", error());
    figures.put("weights", weights());
    figures.put("bytes", bytes());
    figures.put("mask", mask(300, 784));
    figures.put("small-mask", mask(10, 100));
    figures.put("tall-mask", mask(784, 300));
    figures.put("flat-mask", mask(3, 900));
    figures.put("tiny-mask", mask(4, 6));
    figures.put("density", density());
    figures.put("points", points());
    figures.put("panels", panels());
    figures.put("table", table(4));
    figures.put("long-table", table(90));
    return figures;
  }

  static XyFigure curves(int count) {
    var series = new ArrayList<Series>();
    for (int layer = 0; layer < count; layer++) {
      var points = new ArrayList<Series.Point>();
      for (double bound = 1e-4; bound < 0.25; bound *= 1.6) {
        double y = 99.1 - 900 * Math.pow(bound, 1.6 + 0.4 * layer / count);
        points.add(new Series.Point(bound, y, y - 0.21, y + 0.17));
      }
      series.add(new Series("layer" + layer + ".weight", Style.of(layer), points));
    }
    return new XyFigure(
        new Caption(
            "Accuracy against error bound",
            "One layer at a time, all others exact; 10 000 samples; bands: 95 % intervals."),
        Axis.log("absolute error bound ε", ""),
        Axis.linear("top-1 accuracy", "%").range(95, 99.5),
        series,
        List.of(
            ReferenceLine.horizontal(99.1, "baseline 99.10 %"),
            ReferenceLine.horizontal(98.8, "budget −0.30 pp"),
            ReferenceLine.vertical(0.02, "ε(fc1)")));
  }

  /** Single points with intervals, and names that mark-up would take for its own. */
  static XyFigure points() {
    var diagonal =
        new Series(
            "as predicted",
            new Style(Palette.GRAY, Style.Marker.NONE, Style.Dash.DASHED),
            List.of(Series.Point.of(0, 0), Series.Point.of(0.5, 0.5)));
    var look = new Style(Palette.BLUE, Style.Marker.CIRCLE, Style.Dash.NONE);
    var measured =
        new Series(
            "a < b & c",
            look,
            List.of(
                new Series.Point(0.1, 0.12, 0.05, 0.19), new Series.Point(0.3, 0.28, 0.2, 0.36)));
    return new XyFigure(
        new Caption("Loss of \"<office & flights>\"", "fi and fl are two letters each."),
        Axis.linear("predicted", "pp"),
        Axis.linear("measured", "pp"),
        List.of(diagonal, measured),
        List.of());
  }

  static PanelFigure panels() {
    return new PanelFigure(
        new Caption("Training", "Two stages."),
        List.of(
            panel("", "accuracy", "pruning", 1000),
            panel("", "loss", "", 0.01),
            panel("epoch", "kept", "", 1)));
  }

  private static XyFigure panel(String x, String y, String stage, double scale) {
    var points = new ArrayList<Series.Point>();
    for (int epoch = 1; epoch <= 8; epoch++) {
      points.add(Series.Point.of(epoch, scale * (1 - 0.8 / epoch)));
    }
    return new XyFigure(
        Caption.NONE,
        Axis.linear(x, "").range(0.5, 8.5),
        Axis.linear(y, ""),
        List.of(new Series(y.equals("kept") ? "density" : "training", Style.of(0), points)),
        List.of(ReferenceLine.vertical(4.5, stage)));
  }

  static TableFigure table(int layers) {
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < layers; i++) {
      String name = i == 1 ? "a/very/long/name/of/a/layer/ip1/kernel:0" : "layer" + i + ".weight";
      rows.add(List.of(name, "512 × 4 608", "2 359 296", "8.03 %", "1.25e-3", "1.23 MB", "57.3×"));
    }
    rows.add(List.of("whole file", "", "", "", "", "4.92 MB", "61.2×"));
    return new TableFigure(
        new Caption("Layers", "made up"),
        List.of(
            TableFigure.Column.text("layer"),
            TableFigure.Column.number("shape").orLeftOut(),
            TableFigure.Column.number("weights"),
            TableFigure.Column.number("kept"),
            TableFigure.Column.number("error bound"),
            TableFigure.Column.number("encoded"),
            TableFigure.Column.number("ratio")),
        rows,
        1,
        new DataTable(List.of("layer"), List.of()));
  }

  static HistogramFigure error() {
    var random = new Random(7);
    var sz = new Histogram.Counter(-0.03, 0.03, 60);
    var codebook = new Histogram.Counter(-0.03, 0.03, 60);
    for (int i = 0; i < 40_000; i++) {
      sz.add(random.nextDouble(-0.02, 0.02));
      codebook.add(0.006 * random.nextGaussian());
    }
    return new HistogramFigure(
        new Caption("Reconstruction error", "fc1.weight, kept weights"),
        Axis.linear("decoded − original", ""),
        Axis.linear("count", ""),
        List.of(sz.histogram("SZ, ε = 2e-2"), codebook.histogram("codebook, 5 bits")),
        List.of(ReferenceLine.vertical(-0.02, "−ε"), ReferenceLine.vertical(0.02, "+ε")));
  }

  static HistogramFigure weights() {
    var random = new Random(8);
    var counter = new Histogram.Counter(-0.45, 0.45, 60);
    for (int i = 0; i < 100_000; i++) {
      double weight = 0.09 * random.nextGaussian();
      if (Math.abs(weight) > 0.05) {
        counter.add(weight);
      }
    }
    return new HistogramFigure(
        new Caption("Weights of fc1.weight", "kept weights only"),
        Axis.linear("weight", ""),
        Axis.log("count", ""),
        List.of(counter.histogram("kept")),
        List.of());
  }

  static StackedBarFigure bytes() {
    return new StackedBarFigure(
        new Caption("Where the bytes go", "sz"),
        Axis.linear("encoded size", "KB"),
        List.of(
            new StackedBarFigure.Segment("index", Palette.BLUE, StackedBarFigure.Hatch.NONE),
            new StackedBarFigure.Segment("values", Palette.SKY, StackedBarFigure.Hatch.RISING),
            new StackedBarFigure.Segment(
                "outliers", Palette.VERMILLION, StackedBarFigure.Hatch.FALLING),
            new StackedBarFigure.Segment("tables", Palette.GRAY, StackedBarFigure.Hatch.NONE),
            new StackedBarFigure.Segment("header", Palette.BLACK, StackedBarFigure.Hatch.CROSSED)),
        List.of(
            new StackedBarFigure.Bar("conv1", List.of(0.4, 0.45, 0.02, 0.03, 0.02), "0.92 KB"),
            new StackedBarFigure.Bar("conv2", List.of(3.0, 2.5, 0.3, 0.2, 0.1), "6.1 KB"),
            new StackedBarFigure.Bar(
                "a/very/long/name/of/a/layer/ip1/kernel:0",
                List.of(18.0, 19.0, 2.5, 1.7, 0.1),
                "41.3 KB"),
            new StackedBarFigure.Bar("ip2", List.of(0.6, 0.8, 0.1, 0.06, 0.02), "1.6 KB")));
  }

  static ImageFigure mask(int rows, int columns) {
    var random = new Random(9);
    var cells = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double chance = 0.02 + 0.2 * Math.pow(Math.sin(column % 28 / 28.0 * Math.PI), 4);
        cells[row * columns + column] = random.nextDouble() < chance ? 1 : 0;
      }
    }
    return new ImageFigure(
        new Caption("Sparsity mask", "fc1.weight, 300 × 784, 8.0 % kept"),
        Axis.linear("column", "").range(0, columns),
        Axis.linear("row", "").range(0, rows),
        new ImageFigure.Kinds(List.of("pruned", "kept")),
        rows,
        columns,
        cells);
  }

  static ImageFigure density() {
    var cells = new float[64 * 128];
    for (int i = 0; i < cells.length; i++) {
      int row = i / 128;
      double x = i % 128 / 128.0;
      double y = row / 64.0;
      cells[i] = (float) (0.2 + 0.15 * Math.sin(9 * x) * Math.cos(7 * y));
    }
    return new ImageFigure(
        new Caption("Density", "fc6.weight, 4 096 × 9 216, boxes of 64 × 72 weights"),
        Axis.linear("column", "").range(0, 9216),
        Axis.linear("row", "").range(0, 4096),
        new ImageFigure.Range(Axis.linear("kept", "%"), 0, 0.4),
        64,
        128,
        cells);
  }
}
