package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.report.table.Cell;
import org.weighbridge.report.table.Column;
import org.weighbridge.report.table.Table;

/** The numbers that sum a result up. */
final class SummaryTable {
  private final List<List<Cell>> rows = new ArrayList<>();

  private SummaryTable() {}

  static Table of(ReportInput input) {
    var table = new SummaryTable();
    var network = input.network();
    table.add("model", Cell.words(network.name()));
    table.add("parameters", Cell.count(network.parameters()));
    table.add("bytes of parameters, 4 each", Cell.count(network.originalBytes()));
    input.encoded().ifPresent(table::add);
    input.dataset().ifPresent(name -> table.add("accuracy measured on", Cell.words(name)));
    input.maxLossPoints().ifPresent(p -> table.add("budget of loss", Cell.points(p)));
    input
        .original()
        .flatMap(ReportInput.Original::accuracy)
        .ifPresent(accuracy -> table.add("top-1 before pruning", accuracy));
    input.accuracy().ifPresent(table::add);
    return Table.of(
        "summary",
        "The result in brief",
        List.of(Column.words("quantity", "quantity"), Column.number("value", "value")),
        table.rows);
  }

  private void add(String quantity, Cell value) {
    rows.add(List.of(Cell.words(quantity), value));
  }

  private void add(EncodedModel model) {
    add("bytes of the encoded file", Cell.count(model.fileBytes()));
    add("ratio, whole file", Cell.ratio(model.ratio()));
    if (!Double.isNaN(model.ratioFullyConnected())) {
      add("ratio, coded fully connected layers alone", Cell.ratio(model.ratioFullyConnected()));
    }
    add("largest error over its bound", Cell.fixed(model.worstErrorToBound(), 4));
    add("time to encode", Cell.seconds(model.encodeNanos()));
    add("time to decode", Cell.seconds(model.decodeNanos()));
  }

  private void add(BeforeAfter measured) {
    add("top-1 before encoding", measured.before().accuracy());
    add("top-1 after encoding", measured.after().accuracy());
    add("loss", Cell.points(measured.lossPoints()));
    add("samples that became wrong", Cell.count(measured.after().flips().broken()));
    add("samples that became right", Cell.count(measured.after().flips().mended()));
  }

  private void add(String quantity, Accuracy accuracy) {
    add(
        quantity + " (" + Numbers.count(accuracy.samples()) + " samples)",
        Cell.percent(accuracy.top1()));
  }
}
