package org.weighbridge.recipe.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.Objective;
import org.weighbridge.figure.DataTable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.report.TextTable;

/**
 * The jobs of a recipe side by side, in the order of the recipe: a row for what each encoded, and
 * one for each coder that it compared.
 */
final class ResultTable {
  private final List<JobResult> results;
  private final List<String> variables;

  ResultTable(List<JobResult> results) {
    this.results = results;
    Set<String> names = new LinkedHashSet<>();
    results.forEach(result -> names.addAll(result.job().variables().keySet()));
    this.variables = List.copyOf(names);
  }

  /** In full precision, for other programs. */
  DataTable data() {
    var columns = new ArrayList<>(List.of("job"));
    columns.addAll(variables);
    columns.addAll(
        List.of(
            "network",
            "coded_by",
            "state",
            "bytes",
            "ratio",
            "ratio_fully_connected",
            "samples",
            "correct_before_pruning",
            "correct_after_pruning",
            "correct_after_encoding",
            "broken",
            "mended",
            "loss_points",
            "budget",
            "budget_kept"));
    return new DataTable(columns, results.stream().map(this::cells).toList());
  }

  private List<String> cells(JobResult result) {
    var cells = new ArrayList<>(List.of(result.job().name()));
    variables.forEach(name -> cells.add(result.job().variables().getOrDefault(name, "")));
    cells.add(result.network());
    cells.add(result.coder());
    cells.add(result.state());
    cells.add(text(result.file().map(MeasuredFile::fileBytes)));
    cells.add(text(result.file().map(MeasuredFile::ratio)));
    cells.add(text(result.file().map(MeasuredFile::ratioFullyConnected).filter(Double::isFinite)));
    cells.add(text(result.samples()));
    cells.add(text(correct(result.before())));
    cells.add(text(correct(result.pruned())));
    cells.add(text(correct(result.encoded().map(MeasuredAccuracy::accuracy))));
    cells.add(text(result.encoded().map(measured -> measured.flips().broken())));
    cells.add(text(result.encoded().map(measured -> measured.flips().mended())));
    cells.add(text(result.lossPoints()));
    cells.add(result.objective().map(Objective::words).orElse(""));
    cells.add(result.kept().map(kept -> kept ? "yes" : "no").orElse(""));
    return cells;
  }

  private static Optional<Integer> correct(Optional<Accuracy> measured) {
    return measured.map(Accuracy::correct);
  }

  private static String text(Optional<?> value) {
    return value.map(String::valueOf).orElse("");
  }

  /** A column for people. */
  private record Column(String title, Function<JobResult, String> cell) {}

  private static List<Column> columns() {
    return List.of(
        new Column("job", result -> result.job().name()),
        new Column("network", JobResult::network),
        new Column("coder", JobResult::coder),
        new Column("budget", result -> result.objective().map(Objective::words).orElse("")),
        new Column(
            "file>",
            result ->
                result
                    .file()
                    .map(m -> Numbers.bytes(m.fileBytes()))
                    .orElseGet(() -> result.state().equals("done") ? "" : result.state())),
        new Column("ratio>", result -> ratio(result, MeasuredFile::ratio)),
        new Column("fc ratio>", result -> ratio(result, MeasuredFile::ratioFullyConnected)),
        new Column("before>", result -> percent(result.before())),
        new Column("pruned>", result -> percent(result.pruned())),
        new Column("encoded>", result -> percent(result.encoded().map(MeasuredAccuracy::accuracy))),
        new Column("loss>", result -> result.lossPoints().map(Numbers::points).orElse("")),
        new Column("flips>", ResultTable::flips),
        new Column("samples>", result -> result.samples().map(n -> Numbers.count(n)).orElse("")),
        new Column("kept", result -> result.kept().map(kept -> kept ? "yes" : "no").orElse("")));
  }

  private static String ratio(JobResult result, Function<MeasuredFile, Double> ratio) {
    return result.file().map(ratio).filter(Double::isFinite).map(Numbers::ratio).orElse("");
  }

  private static String percent(Optional<Accuracy> measured) {
    return measured.map(accuracy -> Numbers.percent(accuracy.top1())).orElse("");
  }

  private static String flips(JobResult result) {
    return result
        .encoded()
        .map(measured -> "-%d +%d".formatted(measured.flips().broken(), measured.flips().mended()))
        .orElse("");
  }

  /** For people, on a terminal. */
  TextTable text() {
    var columns = columns();
    var table = TextTable.of(columns.stream().map(Column::title).toArray(String[]::new));
    for (JobResult result : results) {
      table =
          table.withRow(columns.stream().map(c -> c.cell().apply(result)).toArray(String[]::new));
    }
    return table;
  }

  /** The same as Markdown. */
  String markdown() {
    var table = text();
    var lines = new ArrayList<String>();
    lines.add(line(table.columns().stream().map(TextTable.Column::title).toList()));
    lines.add(line(table.columns().stream().map(c -> c.right() ? "---:" : "---").toList()));
    table.rows().forEach(row -> lines.add(line(row)));
    for (JobResult result : results) {
      result
          .failure()
          .ifPresent(sentence -> lines.add("\n%s: %s".formatted(result.job().name(), sentence)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
