package org.weighbridge.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.weighbridge.codec.Promise;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.ComparedFile;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.LayerId;
import org.weighbridge.report.table.Cell;
import org.weighbridge.report.table.Column;
import org.weighbridge.report.table.Table;

/** A comparison as tables: for people, and for other programs. */
public final class ComparisonTables {
  private ComparisonTables() {}

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("coder", "coder"),
          Column.data("verdict"),
          Column.number("ratio", "whole file"),
          Column.data("ratioCounts"),
          Column.data("bytes"),
          Column.number("ratioFullyConnected", "fc only"),
          Column.number("bitsPerKept", "bits/kept"),
          Column.data("samples"),
          Column.number("before", "before"),
          Column.number("after", "after"),
          Column.number("lossPoints", "loss"),
          Column.data("withinBudget"),
          Column.number("broken", "wrong"),
          Column.number("mended", "right"),
          Column.number("maxError", "max error"),
          Column.number("encodeMBps", "enc MB/s"),
          Column.number("decodeMBps", "dec MB/s"),
          Column.words("promise", "bound"),
          Column.number("seconds", "took"),
          Column.data("note"));

  /** One row per coder, as measured; with what the literature says below, marked. */
  public static Table table(ComparisonResult result) {
    var measured = result.rows().stream().map(row -> cells(row, result.budget())).toList();
    var published = result.published().stream().map(ComparisonTables::cells).toList();
    var notes = new ArrayList<>(legend(result));
    if (!published.isEmpty()) {
      notes.add("†: as published, of other weights; not measured here");
    }
    notes.addAll(notes(result));
    return new Table(
        "comparison",
        "Coders on the weights of " + result.network() + " under the same budget",
        COLUMNS,
        List.of(
            new Table.Group("measured", "", measured),
            new Table.Group("published", "published, not measured here", published)),
        notes);
  }

  /** What was measured alone, as text. */
  public static TextTable measured(ComparisonResult result) {
    var table = table(result);
    var measured = List.of(table.groups().getFirst());
    return TextTable.of(
        new Table(table.name(), table.caption(), table.columns(), measured, table.notes()));
  }

  private static List<Cell> cells(ComparedCoder row, double budget) {
    boolean reached = row.verdict() != ComparedCoder.Verdict.OUT_OF_REACH;
    var cells = new ArrayList<Cell>();
    cells.add(Cell.words(row.coder()).shownAs(row.coder() + (reached ? "" : " (!)")));
    cells.add(Cell.words(lowerCase(row.verdict())));
    row.file()
        .ifPresentOrElse(
            file -> cells.addAll(cells(file, row.within(budget))),
            () -> cells.addAll(Collections.nCopies(COLUMNS.size() - 4, Cell.unknown())));
    cells.add(Cell.seconds(row.nanos()));
    cells.add(Cell.words(row.note()));
    return cells;
  }

  private static List<Cell> cells(ComparedFile file, boolean within) {
    var loss = Cell.points(file.lossPoints());
    var error = Cell.bound(file.maxError());
    return List.of(
        Cell.ratio(file.file().ratio()),
        Cell.words("whole file"),
        Cell.count(file.file().fileBytes()),
        Cell.ratio(file.ratioFullyConnected()),
        Cell.fixed(file.bitsPerKept(), 2),
        Cell.count(file.before().samples()),
        Cell.percent(file.before().top1()),
        Cell.percent(file.after().accuracy().top1()),
        within ? loss : loss.shownAs(loss.text() + " !"),
        Cell.words(Boolean.toString(within)),
        Cell.count(file.after().flips().broken()),
        Cell.count(file.after().flips().mended()),
        file.maxError() == 0 ? error.shownAs("exact") : error,
        speed(file.throughput().encodeMBps()),
        speed(file.throughput().decodeMBps()),
        Cell.words(lowerCase(file.promise())).shownAs(promise(file.promise())));
  }

  private static List<Cell> cells(PublishedResult row) {
    var cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), Cell.NONE));
    cells.set(0, Cell.words(row.system()).shownAs(row.system() + " †"));
    cells.set(1, Cell.words(row.read().toString()));
    cells.set(2, Cell.words(row.ratio()).shownAs(times(row) + " †"));
    cells.set(3, Cell.words(row.counts()));
    cells.set(4, Cell.words(row.bytes()));
    String words = "%s; error %s; %s".formatted(row.network(), row.error(), row.source());
    cells.set(COLUMNS.size() - 1, Cell.words(words));
    return cells;
  }

  /** The ratio as it was printed: {@code 57×}. */
  static String times(PublishedResult row) {
    return row.ratio().replaceAll("[0-9]$", "$0×");
  }

  private static Cell speed(double mbps) {
    return Cell.fixed(mbps, mbps < 10 ? 1 : 0);
  }

  private static String promise(Promise promise) {
    return switch (promise) {
      case BOUND -> "kept";
      case ZEROS -> "reached";
      case NONE -> "reached, zeros change";
    };
  }

  /** What a reader must know of the columns. */
  public static List<String> legend(ComparisonResult result) {
    return List.of(
        "whole file: 4 bytes × all parameters over the bytes of the .wbz file, everything in it counted",
        "fc only: 4 bytes × weights of the fully connected layers over the bytes of their streams;"
            + " a layer that was left alone counts 4 bytes a weight here and below",
        "bits/kept: 8 × bytes of the layers' streams over the weights that are not zero",
        "loss, wrong, right: on %s; budget %s pp, kept where configurations were chosen (%s)"
            .formatted(result.dataset(), Numbers.fixed(result.budget(), 2), result.chosenBy()),
        "bound: kept = asked for and kept; reached = not asked for, recorded in the file",
        "MB/s: 10^6 bytes of dense float32 of the coded layers, one after the other, best of several warm runs;"
            + " decoding starts from the file's bytes",
        "!: more than the budget on these samples; (!): not even where it was chosen");
  }

  /** What is to be said of single rows, and which is the smallest. */
  public static List<String> notes(ComparisonResult result) {
    var notes = new ArrayList<String>();
    for (var row : result.rows()) {
      if (!row.note().isEmpty()) {
        notes.add(row.coder() + ": " + row.note());
      }
      row.file()
          .filter(file -> !file.leftAlone().isEmpty())
          .ifPresent(
              file ->
                  notes.add(row.coder() + ": left alone as float32: " + names(file.leftAlone())));
      row.file()
          .filter(file -> file.configuration().mixed())
          .ifPresent(file -> notes.add(row.coder() + ": " + coders(file)));
    }
    result
        .smallest()
        .ifPresent(
            row ->
                notes.add(
                    "smallest file of those that kept the budget where they were chosen: %s, %s bytes"
                        .formatted(row.coder(), Numbers.count(ComparisonResult.fileBytes(row)))));
    return notes;
  }

  private static String names(List<LayerId> layers) {
    return String.join(", ", layers.stream().map(LayerId::name).toList());
  }

  private static String coders(ComparedFile file) {
    var words = new ArrayList<String>();
    file.configuration()
        .settings()
        .forEach(
            (layer, setting) ->
                words.add(
                    "%s %s %s"
                        .formatted(layer.name(), file.configuration().coder(layer), setting)));
    return String.join(", ", words);
  }

  /** What the literature says; nothing of it was measured here. */
  public static TextTable published(ComparisonResult result) {
    var table = TextTable.of("system", "network", "ratio>", "size>", "counts", "top-1 error", "");
    for (var row : result.published()) {
      table =
          table.withRow(
              row.system(),
              row.network(),
              times(row),
              row.bytes(),
              row.counts(),
              row.error(),
              row.read() == PublishedResult.Reading.SOURCE ? "" : row.read().toString());
    }
    return table;
  }

  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
