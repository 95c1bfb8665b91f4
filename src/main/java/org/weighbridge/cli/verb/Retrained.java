package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.ResultJson;
import org.weighbridge.training.Epoch;

/**
 * What pruning with retraining made.
 *
 * @param pruned the layers, and what pruning alone would have cost
 * @param after the retrained network on the same samples
 */
record Retrained(Pruned pruned, List<Epoch> epochs, MeasuredAccuracy after) implements Answer {
  @Override
  public JsonObject json() {
    var json = pruned.json();
    json.add("retrained", ResultJson.accuracy(after));
    json.add("history", TrainingHistory.json(epochs));
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    TrainingHistory.print(epochs, out);
    pruned.print(out);
    out.println(
        "retrained: %s of %s samples right"
            .formatted(
                Numbers.percent(after.accuracy().top1()),
                Numbers.count(after.accuracy().samples())));
  }
}
