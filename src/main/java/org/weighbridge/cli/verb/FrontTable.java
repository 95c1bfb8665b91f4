package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.figure.Numbers;
import org.weighbridge.optimizer.BoundOptimizer;
import org.weighbridge.optimizer.Choice;
import org.weighbridge.report.TextTable;

/**
 * What budgets from 0 to {@value #LARGEST} points would give, as predicted.
 *
 * @param rows by ascending budget; budgets that nothing keeps are missing
 */
record FrontTable(List<Row> rows) {
  /** The largest budget, in percentage points. */
  static final double LARGEST = 2;

  private static final int TENTHS = 20;

  /** The choice for one budget. */
  private record Row(double budget, Choice choice, double ratio) {}

  static FrontTable of(SearchResult result) {
    var assessment = result.assessment();
    double least = BoundOptimizer.leastLoss(assessment, Long.MAX_VALUE).predictedLossPoints();
    double original = result.model().originalBytes();
    var rows = new ArrayList<Row>();
    for (int tenth = 0; tenth <= TENTHS; tenth++) {
      double budget = tenth / 10.0;
      if (budget >= least) {
        var choice = BoundOptimizer.leastSize(assessment, budget);
        rows.add(new Row(budget, choice, original / choice.predictedBytes()));
      }
    }
    return new FrontTable(rows);
  }

  JsonArray json() {
    var array = new JsonArray();
    for (var row : rows) {
      var json = new JsonObject();
      json.addProperty("maxLossPoints", row.budget());
      json.addProperty("predictedLossPoints", row.choice().predictedLossPoints());
      json.addProperty("predictedBytes", row.choice().predictedBytes());
      json.addProperty("predictedRatio", row.ratio());
      array.add(json);
    }
    return array;
  }

  TextTable table() {
    var table = TextTable.of("budget>", "predicted loss>", "predicted bytes>", "ratio>");
    for (var row : rows) {
      table =
          table.withRow(
              Numbers.fixed(row.budget(), 1),
              Numbers.points(row.choice().predictedLossPoints()),
              Numbers.count(row.choice().predictedBytes()),
              Numbers.ratio(row.ratio()));
    }
    return table;
  }
}
