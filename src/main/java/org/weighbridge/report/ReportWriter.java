package org.weighbridge.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.report.table.LatexTable;
import org.weighbridge.report.table.MarkdownTable;
import org.weighbridge.report.table.Table;

/**
 * Writes a report into a folder that somebody else can check and repeat: {@code index.html}, which
 * stands for itself, every figure and table in files for papers and programs, and what repeats it.
 */
public final class ReportWriter {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Path folder;
  private final Progress progress;
  private final List<Path> written = new ArrayList<>();

  private ReportWriter(Path folder, Progress progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Writes all that can be said about the input, each file whole or not at all. What an earlier
   * report left under the same names is replaced, what it wrote into {@code figures} and {@code
   * tables} and this one does not is removed; all other files are left alone.
   *
   * @param pictures the formats and widths of figures beside the page, which has its own
   * @return the files written
   * @throws org.weighbridge.fault.Fault when the folder cannot be written
   */
  public static List<Path> write(
      ReportInput input, Path folder, PictureChoice pictures, Progress progress) {
    return new ReportWriter(folder, progress).write(input, pictures);
  }

  private List<Path> write(ReportInput input, PictureChoice pictures) {
    progress.begin("Writing the report", 100);
    progress.check();
    var earlier = EarlierReport.in(folder);
    // first what is small: a folder that cannot be written is found out before anything is drawn
    var beside = texts(input);
    var tables = ReportTables.of(input, progress.part(10));
    tables.forEach(this::table);
    var figures = figures(ReportFigures.of(input), pictures, progress.part(85));
    var named = figures.stream().map(DrawnFigure::onPage).toList();
    figures.forEach(figure -> written.addAll(figure.files()));
    text("index.html", ReportPage.of(input, tables, named, beside));
    summary(input);
    earlier.removeAllBut(written);
    progress.worked(5);
    return List.copyOf(written);
  }

  /** The small files, but for the one that lists all others. */
  private List<String> texts(ReportInput input) {
    input
        .encoded()
        .ifPresent(model -> text("config.json", ConfigurationFile.toJson(model.configuration())));
    input.commandLine().ifPresent(line -> text("command.txt", line + "\n"));
    input.recipe().ifPresent(yaml -> text("recipe.yaml", yaml));
    input
        .provenance()
        .ifPresent(
            from -> text("provenance.json", GSON.toJson(ProvenanceJson.of(input, from)) + "\n"));
    var names = written.stream().map(file -> file.getFileName().toString());
    return Stream.concat(names, Stream.of(EarlierReport.LIST)).toList();
  }

  private void table(Table table) {
    text("tables/" + table.name() + ".csv", table.data().csv());
    text("tables/" + table.name() + ".tex", LatexTable.of(table));
    text("tables/" + table.name() + ".md", MarkdownTable.of(table));
  }

  private List<DrawnFigure> figures(
      List<ReportFigure> wanted, PictureChoice pictures, Progress drawing) {
    drawing.begin("Drawing figures", wanted.size());
    var drawn = new ArrayList<List<DrawnFigure>>(Collections.nCopies(wanted.size(), List.of()));
    Path target = folder.resolve("figures");
    WorkPool.forEach(
        wanted.size(),
        i -> {
          drawn.set(i, DrawnFigure.of(wanted.get(i), i, target, pictures, drawing));
          drawing.worked(1);
        });
    return drawn.stream().flatMap(List::stream).toList();
  }

  private void summary(ReportInput input) {
    var json = Summary.json(input);
    var files = new JsonArray();
    Stream.concat(written.stream(), Stream.of(folder.resolve(EarlierReport.LIST)))
        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
        .sorted()
        .forEach(files::add);
    json.add("files", files);
    text(EarlierReport.LIST, GSON.toJson(json) + "\n");
  }

  /** Asks before each file whether it is wanted: to have it on the disk takes its time. */
  private void text(String name, String content) {
    progress.check();
    Path file = folder.resolve(name);
    AtomicFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    written.add(file);
  }
}
