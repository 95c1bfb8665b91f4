package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.job.Progress;
import org.weighbridge.report.table.Table;

/** The tables of a report, in the order of reading; those with nothing in them are left out. */
final class ReportTables {
  private ReportTables() {}

  static List<Table> of(ReportInput input, Progress progress) {
    var network = input.network();
    var tables = new ArrayList<Table>();
    tables.add(SummaryTable.of(input));
    var pruned = PaperTable.prunedBytes(network, progress);
    input.encoded().ifPresent(model -> tables.add(PaperTable.of(network, model, pruned)));
    tables.add(MethodTable.of(input, pruned));
    tables.add(LayerTable.of(network, input.encoded()));
    input.encoded().ifPresent(model -> tables.add(LayerTable.smallTensors(network, model)));
    input.assessment().ifPresent(assessment -> tables.add(AssessmentTable.of(assessment)));
    tables.add(TrialTable.of(input));
    input.comparison().ifPresent(result -> tables.add(ComparisonTables.table(result)));
    tables.add(RunTable.of(input.runs()));
    tables.removeIf(Table::isEmpty);
    return tables;
  }
}
