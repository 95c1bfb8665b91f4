package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.Run;
import org.weighbridge.report.table.Cell;
import org.weighbridge.report.table.Column;
import org.weighbridge.report.table.Table;

/** What was tried in a session. */
final class RunTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("run", "run"),
          Column.data("at"),
          Column.words("origin", "chosen by"),
          Column.words("coder", "coder"),
          Column.words("data", "samples"),
          Column.number("top1", "top-1"),
          Column.number("lossPoints", "loss"),
          Column.number("broken", "wrong"),
          Column.number("mended", "right"),
          Column.number("bytes", "bytes"),
          Column.number("ratio", "ratio"),
          Column.number("ratioFullyConnected", "ratio, fc only"),
          Column.words("note", "note"),
          Column.data("tags"),
          Column.data("settings"));

  private RunTable() {}

  static Table of(List<Run> runs) {
    var rows = runs.stream().map(RunTable::row).toList();
    return Table.of("runs", "What was tried in the session", COLUMNS, rows)
        .withNotes(
            List.of(
                "loss: against the network before coding, in percentage points; ratio: of the whole"
                    + " file"));
  }

  private static List<Cell> row(Run run) {
    var row = new ArrayList<Cell>();
    row.add(Cell.count(run.number()));
    row.add(Cell.words(run.at().toString()));
    row.add(Cell.words(run.origin().name().toLowerCase(Locale.ROOT)));
    row.add(Cell.words(run.configuration().coding().codec()));
    row.add(Cell.words(run.data()));
    row.addAll(
        run.accuracy()
            .map(RunTable::accuracy)
            .orElse(List.of(Cell.unknown(), Cell.unknown(), Cell.unknown(), Cell.unknown())));
    row.add(Cell.count(run.file().fileBytes()));
    row.add(Cell.ratio(run.file().ratio()));
    row.add(Cell.ratio(run.file().ratioFullyConnected()));
    row.add(Cell.words(run.note()));
    row.add(Cell.words(String.join(" ", run.tags())));
    row.add(Cell.words(TrialTable.settings(run.configuration())));
    return row;
  }

  private static List<Cell> accuracy(MeasuredAccuracy measured) {
    return List.of(
        Cell.percent(measured.accuracy().top1()),
        Cell.points(measured.loss().points()),
        Cell.count(measured.flips().broken()),
        Cell.count(measured.flips().mended()));
  }
}
