package org.weighbridge.report.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as LaTeX, to be read by {@code \input}: with the rules of the package booktabs, a caption
 * above and a label. A wide one spans both columns of a page.
 */
public final class LatexTable {
  /** More columns than these do not fit one column of a page. */
  private static final int NARROW = 5;

  private LatexTable() {}

  /** The whole environment. */
  public static String of(Table table) {
    var shown = table.shown();
    String environment = shown.size() > NARROW ? "table*" : "table";
    var text = new StringBuilder("% needs \\usepackage{booktabs}\n");
    text.append("\\begin{").append(environment).append("}\n");
    text.append("  \\centering\n  \\footnotesize\n");
    text.append("  \\caption{").append(escaped(table.caption())).append("}\n");
    text.append("  \\label{tab:").append(table.name()).append("}\n");
    text.append("  \\begin{tabular}{");
    shown.forEach(column -> text.append(column.number() ? 'r' : 'l'));
    text.append("}\n    \\toprule\n");
    text.append(line(shown.stream().map(Column::title).toList()));
    for (Table.Group group : table.filled()) {
      text.append("    \\midrule\n");
      if (!group.heading().isEmpty()) {
        text.append("    \\multicolumn{%d}{l}{\\emph{".formatted(shown.size()))
            .append(escaped(group.heading()))
            .append("}} \\\\\n");
      }
      group.rows().forEach(row -> text.append(line(table.shown(row))));
    }
    text.append("    \\bottomrule\n  \\end{tabular}\n");
    if (!table.notes().isEmpty()) {
      text.append("\n  \\smallskip\n  \\parbox{\\linewidth}{\\raggedright\\scriptsize\n");
      table.notes().forEach(note -> text.append("  ").append(escaped(note)).append("\\par\n"));
      text.append("  }\n");
    }
    return text.append("\\end{").append(environment).append("}\n").toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(LatexTable::escaped)
        .collect(Collectors.joining(" & ", "    ", " \\\\\n"));
  }

  /** Text as LaTeX prints it; brackets would be read as options behind the end of a line. */
  static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').appendCodePoint(c);
                case '[', ']' -> escaped.append('{').appendCodePoint(c).append('}');
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '<' -> escaped.append("\\textless{}");
                case '>' -> escaped.append("\\textgreater{}");
                case '|' -> escaped.append("\\textbar{}");
                case '"' -> escaped.append("{''}");
                case '×' -> escaped.append("$\\times$");
                case '→' -> escaped.append("$\\rightarrow$");
                case '≤' -> escaped.append("$\\leq$");
                case '≥' -> escaped.append("$\\geq$");
                case '±' -> escaped.append("$\\pm$");
                case '†' -> escaped.append("$\\dagger$");
                case '–' -> escaped.append("--");
                case '…' -> escaped.append("\\dots{}");
                case '\u00a0' -> escaped.append('~');
                default -> {
                  if (c < ' ') {
                    escaped.append(' ');
                  } else {
                    escaped.appendCodePoint(c);
                  }
                }
              }
            });
    return escaped.toString();
  }
}
