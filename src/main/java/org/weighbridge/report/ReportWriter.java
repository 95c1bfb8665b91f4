package org.weighbridge.report;

import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Figure;
import org.weighbridge.figure.picture.FigureFiles;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * Writes a report into a folder: figures as PNG for print, the data of each as CSV beside it,
 * tables, and what repeats it.
 */
public final class ReportWriter {
  private ReportWriter() {}

  /** One file of a report, or a picture and its data. */
  private interface Page {
    List<Path> write(Path folder);
  }

  /**
   * Writes all that can be said about the input, each file whole or not at all; files of the same
   * names are replaced, others in the folder are left alone. A layer without a zero has no mask.
   *
   * @return the files written
   * @throws org.weighbridge.fault.Fault when the folder cannot be written
   */
  public static List<Path> write(ReportInput input, Path folder, Progress progress) {
    List<Page> pages = pages(input);
    progress.begin("Writing the report", pages.size());
    var written = new ArrayList<List<Path>>(Collections.nCopies(pages.size(), List.of()));
    IntConsumer write =
        i -> {
          progress.check();
          written.set(i, pages.get(i).write(folder));
          progress.worked(1);
        };
    // the first alone: a folder that cannot be written is found out before anything is drawn
    write.accept(0);
    WorkPool.forEach(pages.size() - 1, i -> write.accept(i + 1));
    return written.stream().flatMap(List::stream).toList();
  }

  private static List<Page> pages(ReportInput input) {
    var pages = new ArrayList<Page>();
    tables(input, pages);
    input
        .assessment()
        .filter(a -> a.curves().stream().anyMatch(curve -> !curve.points().isEmpty()))
        .ifPresent(
            a ->
                pages.add(
                    wide(
                        "accuracy-vs-bound",
                        AccuracyCurves.figure(a, input.maxLossPoints(), input.encoded()))));
    if (!input.trials().isEmpty()) {
      var figure = LossAgainstRatio.figure(TradeOff.of(input), input.maxLossPoints());
      pages.add(narrow("loss-vs-ratio", figure));
    }
    input.encoded().ifPresent(model -> pages.add(wide("bytes", WhereBytesGo.figure(model))));
    Map<LayerId, String> names = FileNames.of(input.network().layers());
    for (Layer layer : input.network().layers()) {
      String name = names.get(layer.id());
      if (layer.weights().sparsity() > 0) {
        pages.add(folder -> wide("mask-" + name, MaskImage.figure(layer)).write(folder));
      }
      pages.add(
          folder ->
              WeightHistogram.figure(layer)
                  .map(figure -> narrow("weights-" + name, figure).write(folder))
                  .orElse(List.of()));
      input.encoded().ifPresent(model -> errors(model, layer, name, pages));
    }
    return pages;
  }

  private static void tables(ReportInput input, List<Page> pages) {
    var layers = LayerTable.text(input.network(), input.encoded()).render();
    var lines = String.join("\n", Summary.lines(input));
    pages.add(text("layers.txt", lines.isEmpty() ? layers : layers + "\n" + lines + "\n"));
    pages.add(text("layers.csv", LayerTable.data(input.network(), input.encoded()).csv()));
    var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    pages.add(text("report.json", gson.toJson(Summary.json(input)) + "\n"));
    input
        .assessment()
        .ifPresent(a -> pages.add(text("assessment.csv", AssessmentTable.data(a).csv())));
    input
        .encoded()
        .ifPresent(
            model ->
                pages.add(text("config.json", ConfigurationFile.toJson(model.configuration()))));
    input.commandLine().ifPresent(line -> pages.add(text("command.txt", line + "\n")));
  }

  private static void errors(EncodedModel model, Layer layer, String name, List<Page> pages) {
    for (LayerReport report : model.layers()) {
      Tensor decoded = model.decoded().get(layer.id());
      if (report.layer().equals(layer.id()) && decoded != null) {
        pages.add(
            folder ->
                narrow("error-" + name, ErrorHistogram.figure(report, layer.weights(), decoded))
                    .write(folder));
      }
    }
  }

  private static Page text(String name, String content) {
    return folder -> {
      Path file = folder.resolve(name);
      AtomicFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
      return List.of(file);
    };
  }

  private static Page narrow(String name, Figure figure) {
    return figure(name, figure, FigureSize.Width.ONE_COLUMN);
  }

  private static Page wide(String name, Figure figure) {
    return figure(name, figure, FigureSize.Width.TWO_COLUMNS);
  }

  private static Page figure(String name, Figure figure, FigureSize.Width width) {
    return folder -> {
      Path picture = folder.resolve(name + ".png");
      FigureFiles.write(figure, width, PictureChoice.USUAL.dpi(), picture);
      var data = text(name + ".csv", figure.data().csv()).write(folder);
      return List.of(picture, data.getFirst());
    };
  }
}
