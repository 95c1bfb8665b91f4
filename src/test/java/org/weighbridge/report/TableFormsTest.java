package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.weighbridge.job.Progress;
import org.weighbridge.report.html.Html;
import org.weighbridge.report.html.HtmlTable;
import org.weighbridge.report.table.Cell;
import org.weighbridge.report.table.LatexTable;
import org.weighbridge.report.table.MarkdownTable;
import org.weighbridge.report.table.Table;

/** Every form of a table says the same, up to rounding. */
class TableFormsTest {
  static Stream<Table> tables() {
    return ReportTables.of(SampleResult.input(), Progress.none()).stream();
  }

  /** What people are to see, row by row. */
  private static List<List<String>> shown(Table table) {
    return table.filled().stream()
        .flatMap(group -> group.rows().stream())
        .map(table::shown)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whatPeopleSeeIsTheNumberRounded(Table table) {
    int numbers = 0;
    for (var group : table.groups()) {
      for (var row : group.rows()) {
        for (Cell cell : row) {
          numbers += rounded(cell) ? 1 : 0;
        }
      }
    }
    assertTrue(numbers > 3, table.name() + " has " + numbers + " numbers");
  }

  /** Whether a cell is a number; it must be the same number then. */
  private static boolean rounded(Cell cell) {
    String text = cell.text().replaceAll("^([^ ]+) !$", "$1");
    boolean percent = text.endsWith(" %");
    boolean millis = text.endsWith(" ms");
    boolean scientific = text.matches("[0-9.]+e-?[0-9]+");
    String digits =
        text.replaceAll("( %|×| pp| ms| s)$", "").replaceAll("(?<=[0-9]) (?=[0-9])", "");
    if (!digits.matches("[+-]?[0-9.]+(e-?[0-9]+)?")) {
      return false;
    }
    double shown = Double.parseDouble(digits);
    double exact = Double.parseDouble(cell.exact()) * (percent ? 100 : millis ? 1000 : 1);
    int point = digits.indexOf('.');
    double unit = point < 0 ? 1 : Math.pow(10, point + 1 - digits.length());
    double slack = scientific ? 0.01 * Math.abs(exact) : 0.5001 * unit;
    assertEquals(exact, shown, slack, cell.toString());
    return true;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void markdownReadsTheSame(Table table) {
    var rows = new ArrayList<List<String>>();
    var lines = MarkdownTable.of(table).lines().filter(line -> line.startsWith("|")).toList();
    for (String line : lines.subList(2, lines.size())) {
      var cells = new ArrayList<String>();
      for (String cell : line.substring(2, line.length() - 2).split("(?<!\\\\) \\| ", -1)) {
        cells.add(cell.replaceAll("\\\\(.)", "$1"));
      }
      boolean heading = cells.getFirst().startsWith("*");
      if (!heading) {
        rows.add(cells);
      }
    }
    assertEquals(shown(table), rows);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void latexReadsTheSameAndIsBalanced(Table table) {
    String latex = LatexTable.of(table);
    int depth = 0;
    for (char token : latex.replaceAll("\\\\.", "").toCharArray()) {
      depth += token == '{' ? 1 : token == '}' ? -1 : 0;
      assertTrue(depth >= 0, latex);
    }
    assertEquals(0, depth, latex);
    int dollars = latex.replace("\\$", "").replaceAll("[^$]", "").length();
    assertEquals(0, dollars % 2, latex);
    var rows = new ArrayList<List<String>>();
    String body =
        latex.substring(latex.indexOf("\\toprule") + 8, latex.indexOf("\\bottomrule")).strip();
    for (String line : body.lines().map(String::strip).toList()) {
      if (line.startsWith("\\midrule") || line.startsWith("\\multicolumn")) {
        continue;
      }
      assertTrue(line.endsWith(" \\\\"), line);
      var cells = new ArrayList<String>();
      for (String cell : line.substring(0, line.length() - 3).split("(?<!\\\\) & ", -1)) {
        cells.add(plain(cell));
      }
      assertEquals(table.shown().size(), cells.size(), line);
      rows.add(cells);
    }
    assertEquals(shown(table), rows.subList(1, rows.size()));
  }

  private static String plain(String latex) {
    return latex
        .replace("$\\times$", "×")
        .replace("$\\rightarrow$", "→")
        .replace("$\\pm$", "±")
        .replace("$\\dagger$", "†")
        .replace("\\textless{}", "<")
        .replace("\\textgreater{}", ">")
        .replace("{''}", "\"")
        .replace("--", "–")
        .replaceAll("\\\\([&%$#_{}])", "$1");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void htmlReadsTheSame(Table table) {
    var html = new Html().open("html");
    HtmlTable.add(
        html, table, "Table 1", "tables", List.of("figures/" + table.name() + "-1col.svg"));
    var page = Pages.parse(html.close().toString());
    var rows = new ArrayList<List<String>>();
    var bodies = page.getElementsByTagName("tbody");
    for (int b = 0; b < bodies.getLength(); b++) {
      for (Element row : Pages.children((Element) bodies.item(b))) {
        var cells = Pages.children(row);
        if (!cells.getFirst().getAttribute("scope").equals("rowgroup")) {
          rows.add(cells.stream().map(Element::getTextContent).toList());
        }
      }
    }
    assertEquals(shown(table), rows);
  }
}
