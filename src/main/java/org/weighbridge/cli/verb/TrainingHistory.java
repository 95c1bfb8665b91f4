package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import org.weighbridge.figure.Numbers;
import org.weighbridge.training.Epoch;

/** How a training went, epoch by epoch. */
final class TrainingHistory {
  private TrainingHistory() {}

  static JsonArray json(List<Epoch> epochs) {
    var history = new JsonArray();
    for (Epoch epoch : epochs) {
      var json = new JsonObject();
      json.addProperty("stage", epoch.stage().title());
      json.addProperty("epoch", epoch.number());
      json.addProperty("loss", epoch.training().mean());
      json.addProperty("accuracy", epoch.training().accuracy());
      json.addProperty("validationLoss", epoch.validation().mean());
      json.addProperty("validationAccuracy", epoch.validation().accuracy());
      json.addProperty("density", epoch.density());
      json.addProperty("learningRate", epoch.rate());
      json.addProperty("seconds", epoch.seconds());
      history.add(json);
    }
    return history;
  }

  static void print(List<Epoch> epochs, PrintWriter out) {
    for (Epoch epoch : epochs) {
      out.println(
          "%s, epoch %d: loss %s, validation %s (loss %s), density %s, %s s"
              .formatted(
                  epoch.stage().title(),
                  epoch.number(),
                  Numbers.fixed(epoch.training().mean(), 4),
                  Numbers.percent(epoch.validation().accuracy()),
                  Numbers.fixed(epoch.validation().mean(), 4),
                  Numbers.percent(epoch.density()),
                  Numbers.fixed(epoch.seconds(), 1)));
    }
  }
}
