package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.DensityCurves;
import org.weighbridge.report.TextTable;
import org.weighbridge.training.sensitivity.DensityCurve;
import org.weighbridge.training.sensitivity.DensityPoint;

/** Curves of accuracy against density, and the files they went to. */
record MeasuredCurves(List<DensityCurve> curves, List<Path> files) implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.add("curves", DensityCurves.json(curves));
    var names = new JsonArray();
    files.forEach(file -> names.add(file.toString()));
    json.add("files", names);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    var table = TextTable.of("curve", "kept>", "accuracy>", "loss>");
    for (DensityCurve curve : curves) {
      for (DensityPoint point : curve.points()) {
        table =
            table.withRow(
                curve.name(),
                Numbers.percent(point.density()),
                Numbers.percent(point.result().accuracy()),
                Numbers.points(DensityCurves.lossPoints(curve, point)));
      }
    }
    out.print(table.render());
    files.forEach(file -> out.println("wrote " + file));
  }
}
