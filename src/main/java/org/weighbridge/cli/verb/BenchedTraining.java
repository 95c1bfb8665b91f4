package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import org.weighbridge.benchmark.EvaluationResult;
import org.weighbridge.benchmark.TrainingResult;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.ResultJson;

/**
 * What was measured of training.
 *
 * @param dataset the samples
 */
record BenchedTraining(String model, String dataset, TrainingResult result) implements Answer {
  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("model", model);
    json.addProperty("dataset", dataset);
    json.addProperty("samples", result.samples());
    json.addProperty("batch", result.batch());
    json.addProperty("steps", result.steps().length);
    json.addProperty("processors", Runtime.getRuntime().availableProcessors());
    json.add(
        "stepMillis", ResultJson.number(EvaluationResult.median(result.steps()) / NANOS_PER_MILLI));
    json.add("epochMillis", ResultJson.number(result.epochNanos() / NANOS_PER_MILLI));
    json.add("medianEpochMillis", ResultJson.number(result.medianEpochNanos() / NANOS_PER_MILLI));
    json.add("evaluationMillis", ResultJson.number(result.evaluation() / NANOS_PER_MILLI));
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    out.println(
        "%s on %s samples of %s, gradients only"
            .formatted(model, Numbers.count(result.samples()), dataset));
    out.println(
        "%d steps of %d samples: median %s; an epoch at the mean %s, at the median %s"
            .formatted(
                result.steps().length,
                result.batch(),
                Numbers.duration(EvaluationResult.median(result.steps())),
                Numbers.duration((long) result.epochNanos()),
                Numbers.duration((long) result.medianEpochNanos())));
    out.println("evaluating all of them: " + Numbers.duration(result.evaluation()));
  }
}
