package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.ComparedFile;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.report.table.Cell;
import org.weighbridge.report.table.Column;
import org.weighbridge.report.table.Table;

/**
 * Size and accuracy before pruning, after pruning and after encoding, then by every other method
 * that was measured, then as the literature has it.
 */
final class MethodTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.words("method", "method"),
          Column.number("bytes", "bytes"),
          Column.number("ratio", "ratio, whole file"),
          Column.number("ratioFullyConnected", "ratio, fc only"),
          Column.data("samples"),
          Column.number("top1", "top-1"),
          Column.number("lossPoints", "loss"),
          Column.number("broken", "wrong"),
          Column.number("mended", "right"),
          Column.words("note", "note"));

  /** Which coder here is whose method. */
  private static final Map<String, String> METHODS =
      Map.of(
          "codebook", "Deep Compression's method",
          "bloomier", "Weightless' method",
          "deepsz", "DeepSZ's method");

  private MethodTable() {}

  static Table of(ReportInput input, Map<LayerId, Long> pruned) {
    var groups = new ArrayList<Table.Group>();
    groups.add(new Table.Group("own", "", own(input, pruned)));
    var rivals =
        input.comparison().stream()
            .flatMap(result -> result.rows().stream())
            .map(MethodTable::rival)
            .toList();
    groups.add(new Table.Group("measured", "other methods on the same weights", rivals));
    var published =
        input.comparison().map(ComparisonResult::published).orElse(List.of()).stream()
            .map(MethodTable::published)
            .toList();
    groups.add(new Table.Group("published", "as published, not measured here", published));
    var notes = new ArrayList<String>();
    notes.add(
        "whole file: 4 bytes × all parameters over everything; fc only: 4 bytes × weights of the"
            + " fully connected layers over their streams");
    notes.add(
        "top-1"
            + input.dataset().map(name -> ": " + name).orElse("")
            + "; loss in percentage points, after encoding against after pruning; wrong and right:"
            + " samples that changed");
    if (!published.isEmpty()) {
      notes.add("†: as published, of other weights and by their own way of counting");
    }
    String caption = "Size and accuracy of " + input.network().name() + " by method";
    return new Table("paper-methods", caption, COLUMNS, groups, notes);
  }

  private static List<List<Cell>> own(ReportInput input, Map<LayerId, Long> pruned) {
    var rows = new ArrayList<List<Cell>>();
    Network network = input.network();
    Optional<Accuracy> before = input.original().flatMap(ReportInput.Original::accuracy);
    Optional<Accuracy> after = input.accuracy().map(measured -> measured.before().accuracy());
    input
        .original()
        .ifPresent(
            original ->
                rows.add(
                    row(
                        Cell.words("before pruning"),
                        Cell.count(original.network().originalBytes()),
                        Cell.ratio(1),
                        Cell.NONE,
                        accuracy(before, Optional.empty()),
                        "")));
    long bytes = PaperTable.wholeBytes(network, pruned);
    rows.add(
        row(
            Cell.words("after pruning"),
            Cell.count(bytes),
            Cell.ratio((double) network.originalBytes() / bytes),
            Cell.ratio(PaperTable.connectedRatio(network, pruned)),
            accuracy(after, before),
            "float32 and 8-bit relative indices, parameters only"));
    input.encoded().ifPresent(model -> rows.add(encoded(model, input.accuracy())));
    return rows;
  }

  private static List<Cell> encoded(EncodedModel model, Optional<BeforeAfter> measured) {
    return row(
        Cell.words("after encoding"),
        Cell.count(model.fileBytes()),
        Cell.ratio(model.ratio()),
        Cell.ratio(model.ratioFullyConnected()),
        measured
            .map(m -> changed(m.after().accuracy(), m.lossPoints(), m.after().flips()))
            .orElse(accuracy(Optional.empty(), Optional.empty())),
        "coder " + model.configuration().coding().codec());
  }

  private static List<Cell> rival(ComparedCoder row) {
    var name = Cell.words(row.coder()).shownAs(name(row));
    return row.file()
        .map(file -> rival(name, row, file))
        .orElseGet(
            () ->
                row(
                    name,
                    Cell.unknown(),
                    Cell.unknown(),
                    Cell.unknown(),
                    accuracy(Optional.empty(), Optional.empty()),
                    row.note()));
  }

  private static List<Cell> rival(Cell name, ComparedCoder row, ComparedFile file) {
    return row(
        name,
        Cell.count(file.file().fileBytes()),
        Cell.ratio(file.file().ratio()),
        Cell.ratio(file.ratioFullyConnected()),
        changed(file.after().accuracy(), file.lossPoints(), file.after().flips()),
        row.verdict() == ComparedCoder.Verdict.REACHED ? "" : "does not keep the budget");
  }

  private static String name(ComparedCoder row) {
    String family = row.coder().split("\\+", 2)[0];
    String method = METHODS.get(family);
    return method == null ? row.label() : method + " (" + row.label() + ")";
  }

  private static List<Cell> published(PublishedResult result) {
    var ratio = Cell.words(result.ratio()).shownAs(ComparisonTables.times(result) + " †");
    boolean connected = result.counts().startsWith("fully connected");
    String error = result.error().isEmpty() ? "" : "; error " + result.error();
    return row(
        Cell.words(result.system()).shownAs(result.system() + " †"),
        Cell.words(result.bytes()),
        connected ? Cell.NONE : ratio,
        connected ? ratio : Cell.NONE,
        List.of(Cell.NONE, Cell.NONE, Cell.NONE, Cell.NONE, Cell.NONE),
        "%s: %s%s; %s".formatted(result.network(), result.counts(), error, result.read()));
  }

  private static List<Cell> row(
      Cell method, Cell bytes, Cell whole, Cell connected, List<Cell> accuracy, String note) {
    var row = new ArrayList<>(List.of(method, bytes, whole, connected));
    row.addAll(accuracy);
    row.add(Cell.words(note));
    return row;
  }

  private static List<Cell> accuracy(Optional<Accuracy> measured, Optional<Accuracy> before) {
    if (measured.isEmpty()) {
      return List.of(Cell.NONE, Cell.unknown(), Cell.NONE, Cell.NONE, Cell.NONE);
    }
    return List.of(
        Cell.count(measured.get().samples()),
        Cell.percent(measured.get().top1()),
        before.map(b -> Cell.points(measured.get().lossPointsFrom(b))).orElse(Cell.NONE),
        Cell.NONE,
        Cell.NONE);
  }

  private static List<Cell> changed(Accuracy accuracy, double loss, Flips flips) {
    return List.of(
        Cell.count(accuracy.samples()),
        Cell.percent(accuracy.top1()),
        Cell.points(loss),
        Cell.count(flips.broken()),
        Cell.count(flips.mended()));
  }
}
