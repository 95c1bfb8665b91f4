package org.weighbridge.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.weighbridge.codec.Promise;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.ComparedFile;
import org.weighbridge.figure.DataTable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.LayerId;

/** A comparison as tables: for people, and for other programs. */
public final class ComparisonTables {
  private static final String UNKNOWN = "–";

  private ComparisonTables() {}

  /** One row per coder, as measured. */
  public static TextTable measured(ComparisonResult result) {
    var table =
        TextTable.of(
            "coder",
            "whole file>",
            "fc only>",
            "bits/kept>",
            "before>",
            "after>",
            "loss>",
            "wrong>",
            "right>",
            "max error>",
            "enc MB/s>",
            "dec MB/s>",
            "bound",
            "took>");
    for (var row : result.rows()) {
      table = table.withRow(cells(row, result.budget()));
    }
    return table;
  }

  private static String[] cells(ComparedCoder row, double budget) {
    var cells = new ArrayList<String>();
    cells.add(row.coder() + (row.verdict() == ComparedCoder.Verdict.OUT_OF_REACH ? " (!)" : ""));
    row.file()
        .ifPresentOrElse(
            file -> cells.addAll(cells(file, row.within(budget))),
            () -> cells.addAll(Collections.nCopies(12, UNKNOWN)));
    cells.add(Numbers.duration(row.nanos()));
    return cells.toArray(String[]::new);
  }

  private static List<String> cells(ComparedFile file, boolean within) {
    return List.of(
        Numbers.ratio(file.file().ratio()),
        known(file.ratioFullyConnected(), Numbers::ratio),
        known(file.bitsPerKept(), bits -> Numbers.fixed(bits, 2)),
        Numbers.percent(file.before().top1()),
        Numbers.percent(file.after().accuracy().top1()),
        Numbers.points(file.lossPoints()) + (within ? "" : " !"),
        Numbers.count(file.after().flips().broken()),
        Numbers.count(file.after().flips().mended()),
        file.maxError() == 0 ? "exact" : Numbers.bound(file.maxError()),
        known(file.throughput().encodeMBps(), ComparisonTables::speed),
        known(file.throughput().decodeMBps(), ComparisonTables::speed),
        promise(file.promise()));
  }

  private static String known(double value, Function<Double, String> words) {
    return Double.isNaN(value) ? UNKNOWN : words.apply(value);
  }

  private static String speed(double mbps) {
    return mbps < 10 ? Numbers.fixed(mbps, 1) : Numbers.count(Math.round(mbps));
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
              row.ratio().replaceAll("[0-9]$", "$0×"),
              row.bytes(),
              row.counts(),
              row.error(),
              row.read() == PublishedResult.Reading.SOURCE ? "" : row.read().toString());
    }
    return table;
  }

  /** Every row with its numbers in full; what was not measured here says so in {@code kind}. */
  public static DataTable data(ComparisonResult result) {
    var rows = new ArrayList<List<String>>();
    for (var row : result.rows()) {
      rows.add(data(row, result.budget()));
    }
    for (var row : result.published()) {
      var cells = new ArrayList<>(List.of("published", row.system(), row.read().toString()));
      cells.addAll(List.of(row.ratio(), row.counts(), row.bytes()));
      cells.addAll(Collections.nCopies(COLUMNS.size() - cells.size() - 1, ""));
      cells.add("%s; error %s; %s".formatted(row.network(), row.error(), row.source()));
      rows.add(cells);
    }
    return new DataTable(COLUMNS, rows);
  }

  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "coder",
          "verdict",
          "ratio",
          "ratioCounts",
          "bytes",
          "ratioFullyConnected",
          "bitsPerKept",
          "samples",
          "before",
          "after",
          "lossPoints",
          "withinBudget",
          "broken",
          "mended",
          "maxError",
          "encodeMBps",
          "decodeMBps",
          "promise",
          "seconds",
          "note");

  private static List<String> data(ComparedCoder row, double budget) {
    var cells = new ArrayList<>(List.of("measured", row.coder(), lowerCase(row.verdict())));
    row.file()
        .ifPresentOrElse(
            file -> cells.addAll(data(file, row.within(budget))),
            () -> cells.addAll(Collections.nCopies(COLUMNS.size() - 5, "")));
    cells.add(Double.toString(row.nanos() / 1e9));
    cells.add(row.note());
    return cells;
  }

  private static List<String> data(ComparedFile file, boolean within) {
    return List.of(
        Double.toString(file.file().ratio()),
        "whole file",
        Long.toString(file.file().fileBytes()),
        number(file.ratioFullyConnected()),
        number(file.bitsPerKept()),
        Integer.toString(file.before().samples()),
        Double.toString(file.before().top1()),
        Double.toString(file.after().accuracy().top1()),
        Double.toString(file.lossPoints()),
        Boolean.toString(within),
        Integer.toString(file.after().flips().broken()),
        Integer.toString(file.after().flips().mended()),
        Double.toString(file.maxError()),
        number(file.throughput().encodeMBps()),
        number(file.throughput().decodeMBps()),
        lowerCase(file.promise()));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
