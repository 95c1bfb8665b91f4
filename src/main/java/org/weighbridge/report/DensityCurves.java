package org.weighbridge.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.XyFigure;
import org.weighbridge.figure.picture.FigureFiles;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.training.sensitivity.DensityCurve;
import org.weighbridge.training.sensitivity.DensityPoint;

/** Loss of accuracy against the fraction of weights pruned, as figure, CSV and JSON. */
public final class DensityCurves {
  /** Losses are shown down to this many points: beyond them curves fall like stones. */
  private static final double SHOWN_POINTS = 5;

  private DensityCurves() {}

  /** The figure; losses point down. */
  public static XyFigure figure(Caption caption, List<DensityCurve> curves) {
    var series = new ArrayList<Series>();
    double best = 0;
    for (DensityCurve curve : curves) {
      var points = new ArrayList<Series.Point>();
      for (DensityPoint point : curve.points()) {
        points.add(Series.Point.of(100 * (1 - point.density()), -lossPoints(curve, point)));
        best = Math.max(best, -lossPoints(curve, point));
      }
      series.add(new Series(curve.name(), Style.of(series.size()), points));
    }
    return new XyFigure(
        caption,
        Axis.linear("weights pruned", "%"),
        Axis.linear("change of top-1 accuracy", "points").range(-SHOWN_POINTS, best + 0.5),
        series,
        List.of(ReferenceLine.horizontal(0, "as before pruning")));
  }

  /** Percentage points lost by pruning. */
  public static double lossPoints(DensityCurve curve, DensityPoint point) {
    return 100 * (curve.dense().accuracy() - point.result().accuracy());
  }

  /** Each curve with its points. */
  public static JsonArray json(List<DensityCurve> curves) {
    var all = new JsonArray();
    for (DensityCurve curve : curves) {
      var points = new JsonArray();
      for (DensityPoint point : curve.points()) {
        var entry = new JsonObject();
        entry.addProperty("density", point.density());
        entry.addProperty("samples", point.result().samples());
        entry.addProperty("correct", point.result().correct());
        entry.addProperty("meanLoss", point.result().mean());
        entry.addProperty("lossPoints", lossPoints(curve, point));
        points.add(entry);
      }
      var entry = new JsonObject();
      entry.addProperty("name", curve.name());
      entry.addProperty("denseCorrect", curve.dense().correct());
      entry.add("points", points);
      all.add(entry);
    }
    return all;
  }

  /** Writes what is known so far, data only: {@code NAME.json}. */
  public static Path writeJson(List<DensityCurve> curves, Path folder, String name) {
    var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    return text(folder.resolve(name + ".json"), gson.toJson(json(curves)) + "\n");
  }

  /** Writes the figure in all formats at both widths, its data as CSV and all numbers as JSON. */
  public static List<Path> write(
      Caption caption, List<DensityCurve> curves, Path folder, String name) {
    var figure = figure(caption, curves);
    var written = new ArrayList<>(FigureFiles.write(figure, folder, name, PictureChoice.USUAL));
    written.add(writeJson(curves, folder, name));
    return written;
  }

  private static Path text(Path file, String content) {
    AtomicFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    return file;
  }
}
