package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.report.ResultJson;

/**
 * What {@code evaluate} found of one model.
 *
 * @param dataset the samples it was measured on
 */
record Evaluated(String dataset, Evaluation evaluation) implements Answer {
  @Override
  public JsonObject json() {
    return ResultJson.accuracy(MeasuredAccuracy.of(evaluation));
  }

  @Override
  public void print(PrintWriter out) {
    if (evaluation.accuracy().kind() == Accuracy.Kind.LABELS) {
      print(dataset, evaluation, out);
    } else {
      out.println(
          dataset
              + " has no labels: what can be counted is agreement with another model. Give it with"
              + " --against.");
    }
    out.println("measured in " + Numbers.duration(evaluation.nanos()));
  }

  /**
   * Two lines on one model.
   *
   * @param name what it was measured on, or which model it is
   */
  static void print(String name, Evaluation evaluation, PrintWriter out) {
    var accuracy = evaluation.accuracy();
    out.println(
        "%s: %s %s, %s of %s samples (95 %% interval %s to %s)"
            .formatted(
                name,
                accuracy.kind() == Accuracy.Kind.LABELS ? "accuracy" : "agreement",
                Numbers.percent(accuracy.top1()),
                Numbers.count(accuracy.correct()),
                Numbers.count(accuracy.samples()),
                Numbers.percent(accuracy.low()),
                Numbers.percent(accuracy.high())));
    out.println(
        "top-5 %s, mean loss %s nats"
            .formatted(
                Numbers.percent(evaluation.topFive()), Numbers.fixed(evaluation.meanLoss(), 4)));
  }
}
