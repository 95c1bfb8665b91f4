package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.TableFigure;
import org.weighbridge.figure.TableFigure.Column;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;

/** The layer table as a figure: what {@link LayerTable} says, as much of it as a page is wide. */
public final class LayerTableFigure {
  private static final String NONE = "–";

  private LayerTableFigure() {}

  /** The figure; with an encoding, the sums of the layers and of the whole file below. */
  public static TableFigure figure(Network network, Optional<EncodedModel> encoded) {
    var columns = new ArrayList<Column>();
    columns.add(Column.text("layer"));
    columns.add(Column.number("shape").orLeftOut());
    columns.add(Column.number("weights"));
    columns.add(Column.number("kept"));
    if (encoded.isPresent()) {
      columns.add(Column.number("error bound"));
      columns.add(Column.number("max error / bound").orLeftOut());
      columns.add(Column.number("bits per weight").orLeftOut());
      columns.add(Column.number("encoded"));
      columns.add(Column.number("ratio"));
    }
    var rows = new ArrayList<List<String>>();
    for (Layer layer : network.layers()) {
      var row = described(layer);
      encoded.ifPresent(model -> row.addAll(result(model, layer)));
      rows.add(row);
    }
    int layers = rows.size();
    encoded.ifPresent(
        model -> {
          rows.add(coded(model));
          rows.add(whole(model));
        });
    var caption = new Caption("Layers of " + network.name(), encoded.map(Summary::size).orElse(""));
    var data = LayerTable.of(network, encoded).data();
    return new TableFigure(caption, columns, rows, rows.size() - layers, data);
  }

  private static List<String> described(Layer layer) {
    return new ArrayList<>(
        List.of(
            layer.name(),
            layer.shape().toString(),
            Numbers.count(layer.weights().size()),
            Numbers.percent(1 - layer.weights().sparsity())));
  }

  private static List<String> result(EncodedModel model, Layer layer) {
    return model.layers().stream()
        .filter(report -> report.layer().equals(layer.id()))
        .findFirst()
        .map(LayerTableFigure::result)
        .orElse(List.of("lossless", NONE, NONE, NONE, NONE));
  }

  private static List<String> result(LayerReport report) {
    return List.of(
        LayerTable.bound(report),
        Numbers.fixed(report.maxError() / report.bound(), 3),
        Numbers.fixed(report.bitsPerWeight(), 3),
        Numbers.bytes(report.bytes()),
        Numbers.ratio(report.ratio()));
  }

  private static List<String> coded(EncodedModel model) {
    long weights = model.layers().stream().mapToLong(LayerReport::weights).sum();
    long kept = model.layers().stream().mapToLong(LayerReport::kept).sum();
    long bytes = model.layers().stream().mapToLong(LayerReport::bytes).sum();
    return List.of(
        "coded layers",
        "",
        Numbers.count(weights),
        weights == 0 ? NONE : Numbers.percent((double) kept / weights),
        "",
        Numbers.fixed(model.worstErrorToBound(), 3),
        weights == 0 ? NONE : Numbers.fixed(8.0 * bytes / weights, 3),
        Numbers.bytes(bytes),
        bytes == 0 ? NONE : Numbers.ratio(4.0 * weights / bytes));
  }

  private static List<String> whole(EncodedModel model) {
    return List.of(
        "whole file",
        "",
        "",
        "",
        "",
        "",
        "",
        Numbers.bytes(model.fileBytes()),
        Numbers.ratio(model.ratio()));
  }
}
