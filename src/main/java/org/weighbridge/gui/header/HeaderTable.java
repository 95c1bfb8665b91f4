package org.weighbridge.gui.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.DataTable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.TableFigure;
import org.weighbridge.figure.TableFigure.Column;
import org.weighbridge.gui.workbench.EvaluationSetup;
import org.weighbridge.gui.workbench.Standing;
import org.weighbridge.gui.workbench.Subject;
import org.weighbridge.inference.Accuracy;

/** Model, data, size and accuracy as a table. */
final class HeaderTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final List<List<String>> data = new ArrayList<>();

  private HeaderTable() {}

  static TableFigure of(Subject subject, Optional<EvaluationSetup> setup) {
    var table = new HeaderTable();
    var network = subject.original();
    table.add("parameters", Numbers.count(network.parameters()), network.parameters() + "");
    table.add("float32", Numbers.bytes(network.originalBytes()), network.originalBytes() + "");
    setup.ifPresent(tied -> table.accuracies(subject, tied));
    return new TableFigure(
        new Caption(network.name(), setup.map(tied -> tied.test().name()).orElse("")),
        List.of(Column.text(""), Column.number("value")),
        table.rows,
        0,
        new DataTable(List.of("quantity", "value"), table.data));
  }

  private void accuracies(Subject subject, EvaluationSetup setup) {
    long samples = setup.baseline().accuracy().samples();
    add("test samples", Numbers.count(samples), samples + "");
    String kind =
        setup.original().accuracy().kind() == Accuracy.Kind.LABELS ? "top-1" : "agreement";
    for (Standing standing : Standing.of(subject, setup)) {
      var accuracy = standing.accuracy();
      add(
          kind + ", " + standing.what(),
          String.format(
              Locale.ROOT,
              "%s [%.1f, %.1f]",
              Numbers.percent(accuracy.top1()),
              100 * accuracy.low(),
              100 * accuracy.high()),
          accuracy.top1() + "");
    }
  }

  private void add(String name, String words, String exact) {
    rows.add(List.of(name, words));
    data.add(List.of(name, exact));
  }
}
