package org.weighbridge.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.DataTable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/** The layers of a network and what became of them, for people and for other programs. */
public final class LayerTable {
  private static final String NONE = "–";

  private LayerTable() {}

  /** The table for people; with an encoding, sums of the layers and of the whole file below. */
  public static TextTable text(Network network, Optional<EncodedModel> encoded) {
    return encoded.isEmpty() ? plain(network) : coded(network, encoded.get());
  }

  private static TextTable plain(Network network) {
    var table = TextTable.of("layer", "operator", "shape>", "weights>", "kept>", "sparsity>");
    for (Layer layer : network.layers()) {
      table = table.withRow(described(layer).toArray(String[]::new));
    }
    return table;
  }

  private static TextTable coded(Network network, EncodedModel encoded) {
    var table =
        TextTable.of(
            "layer",
            "operator",
            "shape>",
            "weights>",
            "kept>",
            "sparsity>",
            "bound>",
            "bits/weight>",
            "bits/kept>",
            "bytes>",
            "ratio>",
            "max error/bound>");
    for (Layer layer : network.layers()) {
      var cells = new ArrayList<>(described(layer));
      cells.addAll(report(encoded, layer).map(LayerTable::result).orElse(unCoded()));
      table = table.withRow(cells.toArray(String[]::new));
    }
    table = table.withRule().withRow(sum(encoded));
    if (!encoded.smallTensors().isEmpty()) {
      table = table.withRow(rest("small tensors", encoded.smallTensorBytes(), ""));
    }
    return table
        .withRow(rest("rest of the file", encoded.otherBytes() - encoded.smallTensorBytes(), ""))
        .withRow(rest("whole file", encoded.fileBytes(), Numbers.ratio(encoded.ratio())));
  }

  private static String[] sum(EncodedModel encoded) {
    long weights = encoded.layers().stream().mapToLong(LayerReport::weights).sum();
    long kept = encoded.layers().stream().mapToLong(LayerReport::kept).sum();
    long bytes = encoded.layers().stream().mapToLong(LayerReport::bytes).sum();
    return new String[] {
      "coded layers",
      "",
      "",
      Numbers.count(weights),
      Numbers.count(kept),
      weights == 0 ? NONE : Numbers.percent(1 - (double) kept / weights),
      "",
      weights == 0 ? NONE : Numbers.fixed(8.0 * bytes / weights, 3),
      kept == 0 ? NONE : Numbers.fixed(8.0 * bytes / kept, 2),
      Numbers.count(bytes),
      bytes == 0 ? NONE : Numbers.ratio(4.0 * weights / bytes),
      Numbers.fixed(encoded.worstErrorToBound(), 4)
    };
  }

  private static String[] rest(String name, long bytes, String ratio) {
    return new String[] {name, "", "", "", "", "", "", "", "", Numbers.count(bytes), ratio, ""};
  }

  private static List<String> described(Layer layer) {
    return List.of(
        layer.name(),
        layer.operator(),
        layer.shape().toString(),
        Numbers.count(layer.weights().size()),
        Numbers.count(layer.weights().nonZeros()),
        Numbers.percent(layer.weights().sparsity()));
  }

  private static List<String> result(LayerReport report) {
    return List.of(
        bound(report),
        Numbers.fixed(report.bitsPerWeight(), 3),
        report.kept() == 0 ? NONE : Numbers.fixed(report.bitsPerKeptWeight(), 2),
        Numbers.count(report.bytes()),
        Numbers.ratio(report.ratio()),
        Numbers.fixed(report.maxError() / report.bound(), 4));
  }

  /** The bound of a layer for people. */
  public static String bound(LayerReport report) {
    return report.bound() == ReachedBound.EXACT ? "exact" : Numbers.bound(report.bound());
  }

  private static List<String> unCoded() {
    return List.of("lossless", NONE, NONE, NONE, NONE, NONE);
  }

  private static Optional<LayerReport> report(EncodedModel encoded, Layer layer) {
    return encoded.layers().stream().filter(r -> r.layer().equals(layer.id())).findFirst();
  }

  /** The same for other programs, in full precision; cells without a value are empty. */
  public static DataTable data(Network network, Optional<EncodedModel> encoded) {
    var columns =
        new ArrayList<>(List.of("layer", "operator", "shape", "weights", "kept", "sparsity"));
    columns.addAll(List.of("codec", "bound", "bitsPerWeight", "bitsPerKeptWeight"));
    for (Breakdown.Part part : Breakdown.Part.values()) {
      columns.add(part.name().toLowerCase(Locale.ROOT) + "Bytes");
    }
    columns.addAll(List.of("bytes", "ratio", "maxError", "maxErrorToBound", "psnr"));
    var rows = new ArrayList<List<String>>();
    for (Layer layer : network.layers()) {
      var row = described(layer.name(), layer.operator(), layer.weights());
      encoded.flatMap(model -> report(model, layer)).ifPresent(r -> row.addAll(numbers(r)));
      rows.add(filled(row, columns.size()));
    }
    for (LayerReport report : encoded.map(EncodedModel::smallTensors).orElse(List.of())) {
      var values = network.tensors().get(report.layer());
      var row = described(report.layer().name(), report.operator(), requireNonNull(values));
      row.addAll(numbers(report));
      rows.add(filled(row, columns.size()));
    }
    return new DataTable(columns, rows);
  }

  private static List<String> described(String name, String operator, Tensor values) {
    return new ArrayList<>(
        List.of(
            name,
            operator,
            values.shape().toString().replace(" × ", "x"),
            Integer.toString(values.size()),
            Integer.toString(values.nonZeros()),
            Double.toString(values.sparsity())));
  }

  private static List<String> filled(List<String> row, int columns) {
    while (row.size() < columns) {
      row.add("");
    }
    return row;
  }

  private static List<String> numbers(LayerReport report) {
    var numbers = new ArrayList<String>();
    numbers.add(report.codec());
    numbers.add(Double.toString(report.bound()));
    numbers.add(Double.toString(report.bitsPerWeight()));
    numbers.add(report.kept() == 0 ? "" : Double.toString(report.bitsPerKeptWeight()));
    for (Breakdown.Part part : Breakdown.Part.values()) {
      numbers.add(Long.toString(report.breakdown().of(part)));
    }
    numbers.add(Long.toString(report.bytes()));
    numbers.add(Double.toString(report.ratio()));
    numbers.add(Double.toString(report.maxError()));
    numbers.add(Double.toString(report.maxError() / report.bound()));
    numbers.add(Double.isFinite(report.psnr()) ? Double.toString(report.psnr()) : "");
    return numbers;
  }
}
