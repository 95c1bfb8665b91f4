package org.weighbridge.gui.layers;

import java.util.List;
import java.util.Optional;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.DataTable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.TableFigure;
import org.weighbridge.figure.TableFigure.Column;

/** The table of layers as a figure. */
final class LayersFigure {
  private LayersFigure() {}

  /** What the table says of a layer. */
  record Line(LayerSummary summary, Bits bits, Optional<Sensitivity> sensitivity) {}

  /**
   * The figure.
   *
   * @param budget by which layers were found to bear a setting, in percentage points
   */
  static TableFigure of(String network, double budget, List<Line> lines) {
    boolean predicted = lines.stream().anyMatch(l -> l.bits().state() == Bits.State.PREDICTED);
    String detail =
        "Bears: the coarsest setting at which the layer alone loses at most %s pp%s"
            .formatted(Numbers.fixed(budget, 2), predicted ? "; ~ predicted from the curves" : "");
    return new TableFigure(
        new Caption("Layers of " + network, detail),
        List.of(
            Column.text("layer"),
            Column.number("shape").orLeftOut(),
            Column.number("weights"),
            Column.number("sparsity"),
            Column.number("bits per weight"),
            Column.number("bears")),
        lines.stream().map(LayersFigure::words).toList(),
        0,
        new DataTable(
            List.of(
                "layer",
                "shape",
                "weights",
                "kept",
                "sparsity",
                "bits per weight",
                "bits are",
                "bears",
                "bears (place)"),
            lines.stream().map(LayersFigure::exactly).toList()));
  }

  private static List<String> words(Line line) {
    var layer = line.summary();
    return List.of(
        layer.name(),
        layer.shape().toString(),
        Numbers.count(layer.weights()),
        Numbers.percent(layer.sparsity()),
        line.bits().words(),
        line.sensitivity().map(Sensitivity::words).orElse("–"));
  }

  private static List<String> exactly(Line line) {
    var layer = line.summary();
    return List.of(
        layer.name(),
        layer.shape().toString(),
        Long.toString(layer.weights()),
        Long.toString(layer.kept()),
        Double.toString(layer.sparsity()),
        line.bits().state() == Bits.State.UNKNOWN ? "" : Double.toString(line.bits().value()),
        line.bits().stateWord(),
        line.sensitivity().map(Sensitivity::words).orElse(""),
        line.sensitivity().map(s -> Double.toString(s.bound())).orElse(""));
  }
}
