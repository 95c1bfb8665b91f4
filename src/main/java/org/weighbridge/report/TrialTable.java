package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.report.table.Cell;
import org.weighbridge.report.table.Column;
import org.weighbridge.report.table.Table;

/** What was tried while a configuration was searched for: predicted beside measured. */
final class TrialTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("trial", "trial"),
          Column.words("split", "samples"),
          Column.number("predictedLossPoints", "predicted loss"),
          Column.number("lossPoints", "measured loss"),
          Column.number("lossMargin", "± 95 %"),
          Column.number("bytes", "bytes"),
          Column.number("ratio", "ratio"),
          Column.words("encoded", "encoded"),
          Column.data("settings"));

  private TrialTable() {}

  static Table of(ReportInput input) {
    var rows = new ArrayList<List<Cell>>();
    for (MeasuredConfiguration trial : input.trials()) {
      boolean encoded =
          input.encoded().filter(m -> m.configuration().equals(trial.configuration())).isPresent();
      rows.add(
          List.of(
              Cell.count(rows.size() + 1),
              Cell.words(trial.split().name().toLowerCase(Locale.ROOT)),
              Cell.points(trial.predictedLossPoints().orElse(Double.NaN)),
              Cell.points(trial.loss().points()),
              Cell.fixed(trial.loss().margin(), 2),
              Cell.count(trial.bytes()),
              Cell.ratio((double) input.network().originalBytes() / trial.bytes()),
              encoded ? Cell.words("yes") : Cell.NONE,
              Cell.words(settings(trial.configuration()))));
    }
    return Table.of("trials", "What was tried, all layers together, in that order", COLUMNS, rows)
        .withNotes(
            List.of(
                "predicted loss: the sum of the layers' assessed losses; losses in percentage points",
                "bytes and ratio: of the whole file, as predicted from single layers"));
  }

  /** Such as {@code fc1.weight sz 0.02; fc2.weight sz 0.01}. */
  static String settings(Configuration configuration) {
    return configuration.settings().entrySet().stream()
        .map(e -> e.getKey().name() + " " + configuration.coder(e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining("; "));
  }
}
