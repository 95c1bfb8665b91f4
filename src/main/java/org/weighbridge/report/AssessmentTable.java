package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.table.Cell;
import org.weighbridge.report.table.Column;
import org.weighbridge.report.table.Table;

/** Every point of an assessment. */
public final class AssessmentTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.words("layer", "layer"),
          Column.words("coder", "coder"),
          Column.number("setting", "setting"),
          Column.data("samples"),
          Column.data("correct"),
          Column.number("top1", "top-1"),
          Column.data("low95"),
          Column.data("high95"),
          Column.number("lossPoints", "loss"),
          Column.number("broken", "wrong"),
          Column.number("mended", "right"),
          Column.number("bytes", "bytes"),
          Column.number("maxError", "max error"));

  private AssessmentTable() {}

  public static Table of(Assessment assessment) {
    var rows = new ArrayList<List<Cell>>();
    for (LayerCurve curve : assessment.curves()) {
      for (AssessmentPoint point : curve.points()) {
        rows.add(
            List.of(
                Cell.words(curve.layer().name()),
                Cell.words(point.coder()),
                Cell.words(point.setting().toString()),
                Cell.count(point.accuracy().samples()),
                Cell.count(point.accuracy().correct()),
                Cell.percent(point.accuracy().top1()),
                Cell.exact(point.accuracy().low()),
                Cell.exact(point.accuracy().high()),
                Cell.points(point.lossPoints()),
                Cell.count(point.flips().broken()),
                Cell.count(point.flips().mended()),
                Cell.count(point.bytes()),
                Cell.bound(point.maxError())));
      }
    }
    var baseline = assessment.baseline();
    return Table.of("assessment", "Each layer alone against its setting", COLUMNS, rows)
        .withNotes(
            List.of(
                "one layer reconstructed, all others as they are; baseline %s of %s samples"
                    .formatted(Numbers.percent(baseline.top1()), Numbers.count(baseline.samples())),
                "loss is judged as of samples that nobody has seen; wrong and right count the"
                    + " samples that changed"));
  }
}
