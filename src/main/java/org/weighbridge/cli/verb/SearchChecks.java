package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Additivity;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.figure.Numbers;
import org.weighbridge.optimizer.BoundOptimizer;
import org.weighbridge.optimizer.CrossCheck;
import org.weighbridge.report.ResultJson;

/**
 * How far a search may be trusted: whether losses added up, and what other optimizers say.
 *
 * @param additivity over all joint measurements of the search
 * @param crossCheck at the predicted loss of the configuration that was chosen
 */
record SearchChecks(Additivity additivity, CrossCheck crossCheck) {
  static SearchChecks of(SearchResult result) {
    var trials = result.measured(Split.VALIDATION); // all on the same samples, whichever they are
    double lost = result.best().choice().predictedLossPoints();
    return new SearchChecks(
        trials.additivity(Split.VALIDATION).orElseThrow(),
        BoundOptimizer.crossCheck(result.assessment(), lost));
  }

  /** Adds the keys {@code additivity} and {@code crossCheck}. */
  void addTo(JsonObject json) {
    var sums = new JsonObject();
    sums.addProperty("configurations", additivity.configurations());
    sums.add("slope", ResultJson.number(additivity.slope()));
    sums.addProperty("meanDifference", additivity.meanDifference());
    sums.addProperty("largestDifference", additivity.largestDifference());
    json.add("additivity", sums);
    var check = new JsonObject();
    check.addProperty("predictedLossPoints", crossCheck.maxLossPoints());
    check.addProperty("exactBytes", crossCheck.exactBytes());
    check.addProperty("relaxedBytes", crossCheck.relaxedBytes());
    check.addProperty("greedyBytes", crossCheck.greedyBytes());
    json.add("crossCheck", check);
  }

  List<String> sentences() {
    var sentences = new ArrayList<String>();
    String slope =
        Double.isNaN(additivity.slope())
            ? ""
            : "measured = %s × predicted, ".formatted(Numbers.fixed(additivity.slope(), 2));
    sentences.add(
        "do losses add up: %s%s on average, %s at most; measured jointly: %d"
            .formatted(
                slope,
                Numbers.points(additivity.meanDifference()),
                Numbers.fixed(additivity.largestDifference(), 2),
                additivity.configurations()));
    sentences.add(
        ("cross-check at a predicted loss of %s: exact %s bytes, Lagrangian bound %s %% below,"
                + " greedy %s %% above")
            .formatted(
                Numbers.points(crossCheck.maxLossPoints()),
                Numbers.count(crossCheck.exactBytes()),
                Numbers.fixed(100 * crossCheck.relaxedGap(), 2),
                Numbers.fixed(100 * crossCheck.greedyGap(), 2)));
    return sentences;
  }
}
