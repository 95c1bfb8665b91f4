package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.figure.DataTable;

/** Every point of an assessment for other programs. */
public final class AssessmentTable {
  private AssessmentTable() {}

  public static DataTable data(Assessment assessment) {
    var rows = new ArrayList<List<String>>();
    for (LayerCurve curve : assessment.curves()) {
      for (AssessmentPoint point : curve.points()) {
        rows.add(
            List.of(
                curve.layer().name(),
                point.coder(),
                point.setting().toString(),
                Integer.toString(point.accuracy().samples()),
                Integer.toString(point.accuracy().correct()),
                Double.toString(point.accuracy().top1()),
                Double.toString(point.accuracy().low()),
                Double.toString(point.accuracy().high()),
                Double.toString(point.lossPoints()),
                Integer.toString(point.flips().broken()),
                Integer.toString(point.flips().mended()),
                Long.toString(point.bytes()),
                Double.toString(point.maxError())));
      }
    }
    return new DataTable(
        List.of(
            "layer",
            "coder",
            "setting",
            "samples",
            "correct",
            "top1",
            "low95",
            "high95",
            "lossPoints",
            "broken",
            "mended",
            "bytes",
            "maxError"),
        rows);
  }
}
