package org.weighbridge.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.report.table.Cell;
import org.weighbridge.report.table.Column;
import org.weighbridge.report.table.Table;
import org.weighbridge.tensor.Tensor;

/** The layers of a network and what became of them. */
public final class LayerTable {
  private static final List<Column> DESCRIBED =
      List.of(
          Column.words("layer", "layer"),
          Column.words("operator", "operator"),
          Column.number("shape", "shape"),
          Column.number("weights", "weights"),
          Column.number("kept", "kept"),
          Column.number("sparsity", "sparsity"));

  private static final List<Column> CODED = coded();

  private LayerTable() {}

  private static List<Column> coded() {
    var columns = new ArrayList<>(DESCRIBED);
    columns.add(Column.data("codec"));
    columns.add(Column.number("bound", "bound"));
    columns.add(Column.number("bitsPerWeight", "bits/weight"));
    columns.add(Column.number("bitsPerKeptWeight", "bits/kept"));
    for (Breakdown.Part part : Breakdown.Part.values()) {
      columns.add(Column.data(part.name().toLowerCase(Locale.ROOT) + "Bytes"));
    }
    columns.add(Column.number("bytes", "bytes"));
    columns.add(Column.number("ratio", "ratio"));
    columns.add(Column.data("maxError"));
    columns.add(Column.number("maxErrorToBound", "max error/bound"));
    columns.add(Column.data("psnr"));
    return columns;
  }

  /** The layers; with an encoding, sums of the layers and of the whole file below. */
  public static Table of(Network network, Optional<EncodedModel> encoded) {
    var rows = new ArrayList<List<Cell>>();
    for (Layer layer : network.layers()) {
      var row = described(layer.name(), layer.operator(), layer.weights());
      encoded.ifPresent(
          model -> row.addAll(report(model, layer).map(LayerTable::result).orElse(unCoded())));
      rows.add(row);
    }
    if (encoded.isEmpty()) {
      return Table.of("layers", "Layers of " + network.name(), DESCRIBED, rows);
    }
    return new Table(
        "layers",
        "Layers of " + network.name() + " as encoded",
        CODED,
        List.of(
            new Table.Group("layer", "", rows), new Table.Group("sum", "", sums(encoded.get()))),
        List.of(
            "ratio: 4 bytes × weights over encoded bytes; of the whole file, 4 bytes × all"
                + " parameters over everything in it",
            "bits/kept: encoded bits over the weights that are not zero",
            "max error/bound: the largest error of any weight over the layer's error bound"));
  }

  /** The small tensors, such as biases, that were coded with an error bound. */
  static Table smallTensors(Network network, EncodedModel encoded) {
    var rows = new ArrayList<List<Cell>>();
    for (LayerReport report : encoded.smallTensors()) {
      Tensor values = network.tensors().get(report.layer());
      if (values != null) {
        var row = described(report.layer().name(), report.operator(), values);
        row.addAll(result(report));
        rows.add(row);
      }
    }
    String caption = "Small tensors of " + network.name() + " that were coded";
    return Table.of("small-tensors", caption, CODED, rows);
  }

  private static List<List<Cell>> sums(EncodedModel encoded) {
    long weights = encoded.layers().stream().mapToLong(LayerReport::weights).sum();
    long kept = encoded.layers().stream().mapToLong(LayerReport::kept).sum();
    long bytes = encoded.layers().stream().mapToLong(LayerReport::bytes).sum();
    var sums = new ArrayList<List<Cell>>();
    var layers = blank("coded layers");
    set(layers, "weights", Cell.count(weights));
    set(layers, "kept", Cell.count(kept));
    set(layers, "sparsity", Cell.percent(1 - (double) kept / weights));
    set(layers, "bitsPerWeight", Cell.fixed(8.0 * bytes / weights, 3));
    set(layers, "bitsPerKeptWeight", Cell.fixed(8.0 * bytes / kept, 2));
    set(layers, "bytes", Cell.count(bytes));
    set(layers, "ratio", Cell.ratio(4.0 * weights / bytes));
    set(layers, "maxErrorToBound", Cell.fixed(encoded.worstErrorToBound(), 4));
    sums.add(layers);
    if (!encoded.smallTensors().isEmpty()) {
      sums.add(bytes("small tensors", encoded.smallTensorBytes()));
    }
    sums.add(bytes("rest of the file", encoded.otherBytes() - encoded.smallTensorBytes()));
    var whole = bytes("whole file", encoded.fileBytes());
    set(whole, "ratio", Cell.ratio(encoded.ratio()));
    sums.add(whole);
    return sums;
  }

  private static List<Cell> bytes(String name, long bytes) {
    var row = blank(name);
    set(row, "bytes", Cell.count(bytes));
    return row;
  }

  private static List<Cell> blank(String name) {
    var row = new ArrayList<>(Collections.nCopies(CODED.size(), Cell.NONE));
    row.set(0, Cell.words(name));
    return row;
  }

  private static void set(List<Cell> row, String key, Cell cell) {
    for (int i = 0; i < CODED.size(); i++) {
      if (CODED.get(i).key().equals(key)) {
        row.set(i, cell);
      }
    }
  }

  private static List<Cell> described(String name, String operator, Tensor values) {
    String shape = values.shape().toString();
    return new ArrayList<>(
        List.of(
            Cell.words(name),
            Cell.words(operator),
            new Cell(shape, shape.replace(" × ", "x")),
            Cell.count(values.size()),
            Cell.count(values.nonZeros()),
            Cell.percent(values.sparsity())));
  }

  private static List<Cell> result(LayerReport report) {
    var cells = new ArrayList<Cell>();
    cells.add(Cell.words(report.codec()));
    cells.add(Cell.exact(report.bound()).shownAs(bound(report)));
    cells.add(Cell.fixed(report.bitsPerWeight(), 3));
    cells.add(Cell.fixed(report.bitsPerKeptWeight(), 2));
    for (Breakdown.Part part : Breakdown.Part.values()) {
      cells.add(Cell.count(report.breakdown().of(part)));
    }
    cells.add(Cell.count(report.bytes()));
    cells.add(Cell.ratio(report.ratio()));
    cells.add(Cell.exact(report.maxError()));
    cells.add(Cell.fixed(report.maxError() / report.bound(), 4));
    cells.add(Cell.exact(report.psnr()));
    return cells;
  }

  private static List<Cell> unCoded() {
    var cells =
        new ArrayList<>(Collections.nCopies(CODED.size() - DESCRIBED.size(), Cell.unknown()));
    cells.set(1, new Cell("lossless", ""));
    return cells;
  }

  /** The bound of a layer for people. */
  public static String bound(LayerReport report) {
    return report.bound() == ReachedBound.EXACT ? "exact" : Numbers.bound(report.bound());
  }

  static Optional<LayerReport> report(EncodedModel encoded, Layer layer) {
    return encoded.layers().stream().filter(r -> r.layer().equals(layer.id())).findFirst();
  }
}
