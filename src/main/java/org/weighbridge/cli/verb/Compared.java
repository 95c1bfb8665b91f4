package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Comparison;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ResultJson;

/**
 * What {@code evaluate} found of two models.
 *
 * @param dataset the samples they were measured on
 * @param other the model compared with
 */
record Compared(String dataset, String other, Comparison comparison) implements Answer {
  private BeforeAfter change() {
    return BeforeAfter.of(comparison.reference(), comparison.model());
  }

  @Override
  public JsonObject json() {
    var json = ResultJson.accuracy(MeasuredAccuracy.of(comparison.model()));
    var against = new JsonObject();
    against.addProperty("file", other);
    ResultJson.addChange(against, change());
    against.add("agreement", ResultJson.accuracy(comparison.agreement()));
    json.add("against", against);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    var model = comparison.model();
    Evaluated.print(dataset, model, out);
    if (model.accuracy().kind() == Accuracy.Kind.LABELS) {
      Evaluated.print("against " + other, comparison.reference(), out);
      out.println(change().sentence());
      out.println(
          "both say the same of %s of %s samples, %s"
              .formatted(
                  Numbers.count(comparison.agreement().correct()),
                  Numbers.count(comparison.agreement().samples()),
                  Numbers.percent(comparison.agreement().top1())));
    } else {
      out.println("The data set has no labels: right is what " + other + " says.");
    }
    out.println(
        "measured in "
            + Numbers.duration(comparison.reference().nanos() + comparison.model().nanos()));
  }
}
