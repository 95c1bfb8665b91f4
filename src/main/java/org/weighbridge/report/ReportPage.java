package org.weighbridge.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.experiment.Version;
import org.weighbridge.experiment.provenance.Provenance;
import org.weighbridge.figure.picture.FigureFiles;
import org.weighbridge.report.html.Html;
import org.weighbridge.report.html.HtmlTable;
import org.weighbridge.report.html.PageFigure;
import org.weighbridge.report.table.Table;

/**
 * {@code index.html}: everything within one file that opens without a network and asks for no
 * script. Files beside it are linked, not needed.
 */
final class ReportPage {
  private final ReportInput input;

  private final Map<Section, List<Table>> tables = new EnumMap<>(Section.class);
  private final Map<Section, List<Drawn>> figures = new EnumMap<>(Section.class);
  private final Map<String, List<String>> drawnTables = new HashMap<>();
  private final List<String> files;
  private final Html html = new Html();
  private int tableNumber;
  private int figureNumber;

  /**
   * A figure with its pictures.
   *
   * @param wanted what the report wanted
   */
  record Drawn(ReportFigure wanted, PageFigure figure) {}

  private ReportPage(
      ReportInput input, List<Table> tables, List<Drawn> figures, List<String> files) {
    this.input = input;
    this.files = files;
    for (Drawn drawn : figures) {
      if (!drawn.wanted().shown()) {
        var pictures = drawn.figure().files().stream().map(file -> "figures/" + file).toList();
        drawnTables.put(drawn.figure().name(), pictures);
      }
    }
    for (Section section : Section.values()) {
      this.tables.put(
          section, tables.stream().filter(t -> Section.ofTable(t.name()) == section).toList());
      this.figures.put(
          section,
          figures.stream()
              .filter(f -> f.wanted().shown() && f.wanted().section() == section)
              .toList());
    }
  }

  /**
   * The page.
   *
   * @param files of the folder beside it that are not figures or tables
   */
  static String of(ReportInput input, List<Table> tables, List<Drawn> figures, List<String> files) {
    return new ReportPage(input, tables, figures, files).page();
  }

  private String page() {
    String title = input.network().name() + ": report";
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").line();
    html.open("head").empty("meta", "charset", "utf-8").line();
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "generator", "content", Version.PRODUCT).line();
    html.element("title", title).line();
    html.open("style").line().markup(style()).close().line();
    html.close().line().open("body").line();
    header(title);
    html.open("main").line();
    for (Section section : Section.values()) {
      if (filled(section)) {
        section(section);
      }
    }
    repeat();
    input.provenance().ifPresent(this::provenance);
    html.close().line().close().line().close();
    return html.toString();
  }

  private boolean filled(Section section) {
    return !of(tables, section).isEmpty() || !of(figures, section).isEmpty();
  }

  private static <T> List<T> of(Map<Section, List<T>> all, Section section) {
    return Objects.requireNonNull(all.get(section));
  }

  private String style() {
    var glyphs = new StringBuilder();
    figures.values().stream()
        .flatMap(List::stream)
        .flatMap(drawn -> drawn.figure().pictures().stream())
        .forEach(glyphs::append);
    return FigureFiles.fontFaces(
            glyphs
                .toString()
                .codePoints()
                .distinct()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString())
        + css();
  }

  private static String css() {
    try (var in = Html.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void header(String title) {
    html.open("header").element("h1", title).line();
    String when = input.provenance().map(p -> ", " + p.at()).orElse("");
    html.element("p", "Written by " + Version.PRODUCT + when + ".", "class", "under").line();
    Summary.lines(input).forEach(line -> html.element("p", sentence(line)).line());
    html.open("nav", "aria-label", "Contents").open("ol");
    for (Section section : Section.values()) {
      if (filled(section)) {
        contents(id(section), section.title());
      }
    }
    contents("repeat", "How to repeat it");
    input.provenance().ifPresent(p -> contents("provenance", "Provenance"));
    html.close().close().close().line();
  }

  private static String sentence(String line) {
    return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1) + ".";
  }

  private void contents(String id, String title) {
    html.open("li").element("a", title, "href", "#" + id).close();
  }

  private static String id(Section section) {
    return section.name().toLowerCase(Locale.ROOT);
  }

  private void section(Section section) {
    html.open("section", "id", id(section)).element("h2", section.title()).line();
    if (!section.text().isEmpty()) {
      html.element("p", section.text()).line();
    }
    if (section == Section.WEIGHTS) {
      layers(of(figures, section));
    } else {
      of(figures, section).stream().filter(f -> f.wanted().wide()).forEach(this::figure);
      sideBySide(of(figures, section).stream().filter(f -> !f.wanted().wide()).toList());
    }
    for (Table table : of(tables, section)) {
      tableNumber++;
      var pictures = drawnTables.getOrDefault(table.name(), List.of());
      HtmlTable.add(html, table, "Table " + tableNumber, "tables", pictures);
    }
    html.close().line();
  }

  private void figure(Drawn drawn) {
    figureNumber++;
    drawn.figure().add(html, "Figure " + figureNumber, "figures");
  }

  private void sideBySide(List<Drawn> narrow) {
    if (!narrow.isEmpty()) {
      html.open("div", "class", "row").line();
      narrow.forEach(this::figure);
      html.close().line();
    }
  }

  /** The figures of each layer under its name. */
  private void layers(List<Drawn> drawn) {
    var layers = new LinkedHashMap<String, List<Drawn>>();
    for (Drawn figure : drawn) {
      layers.computeIfAbsent(figure.wanted().heading(), name -> new ArrayList<>()).add(figure);
    }
    layers.forEach(
        (layer, figures) -> {
          html.open("div", "class", "layer").element("h3", layer).line();
          sideBySide(figures);
          html.close().line();
        });
  }

  private void repeat() {
    html.open("section", "id", "repeat").element("h2", "How to repeat it").line();
    input
        .commandLine()
        .ifPresent(
            line -> {
              html.element("p", "In the folder where it was run:");
              html.element("pre", line, "class", "wrap").line();
            });
    input
        .recipe()
        .ifPresent(
            yaml -> {
              html.element("p", "As a recipe:").element("pre", yaml).line();
            });
    input
        .encoded()
        .ifPresent(
            model -> {
              html.element("p", "The configuration that was encoded:");
              html.element("pre", ConfigurationFile.toJson(model.configuration())).line();
            });
    html.open("p", "class", "files").text("Beside this page: ");
    for (String file : files) {
      html.element("a", file, "href", file).text(" ");
    }
    html.close().close().line();
  }

  private void provenance(Provenance from) {
    html.open("section", "id", "provenance").element("h2", "Provenance").open("dl").line();
    item("program", from.program() + from.revision().map(r -> ", revision " + r).orElse(""));
    item("when", from.at() + " (UTC)");
    from.model().ifPresent(m -> item("model", m.file() + ", SHA-256 " + m.sha256()));
    from.original().ifPresent(m -> item("before pruning", m.file() + ", SHA-256 " + m.sha256()));
    from.data()
        .forEach(
            data ->
                item(
                    "data",
                    "%s, %d samples, SHA-256 %s"
                        .formatted(data.name(), data.samples(), data.sha256())));
    from.seeds().forEach((purpose, seed) -> item("seed, " + purpose, Long.toString(seed)));
    var machine = from.machine();
    item("system", machine.system());
    item("processor", machine.processor() + ", " + machine.cores() + " threads");
    item("Java", machine.java());
    machine.libraries().forEach(this::item);
    html.close().close().line();
  }

  private void item(String name, String value) {
    html.element("dt", name).element("dd", value).line();
  }
}
