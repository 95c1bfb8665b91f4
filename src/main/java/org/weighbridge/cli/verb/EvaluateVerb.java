package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.job.Progress;
import org.weighbridge.report.ResultJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures the accuracy of a model. */
@Command(
    name = "evaluate",
    header = "Measure the accuracy of a model.",
    footer = {
      "",
      "Examples:",
      "  weighbridge evaluate model.onnx --data mnist/",
      "  weighbridge evaluate model.onnx --data cifar-10/ --split validation --limit 1000 --json"
    })
public final class EvaluateVerb extends Verb {
  @Mixin private ModelOptions model;
  @Mixin private DataOptions data;
  @Mixin private SplitOption split;

  public EvaluateVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    var sidecar = model.sidecar();
    var dataset = data.open(sidecar, split.split());
    try (var evaluator = data.evaluator(model.read(), dataset, sidecar)) {
      return new Evaluated(dataset.name(), evaluator.baseline(progress));
    }
  }

  private record Evaluated(String dataset, Evaluation evaluation) implements Answer {
    @Override
    public JsonObject json() {
      return ResultJson.accuracy(evaluation.accuracy());
    }

    @Override
    public void print(PrintWriter out) {
      var accuracy = evaluation.accuracy();
      boolean labels = accuracy.kind() == Accuracy.Kind.LABELS;
      out.println(
          "%s: %s %s, %s of %s samples (95 %% interval %s to %s)"
              .formatted(
                  dataset,
                  labels ? "accuracy" : "agreement",
                  Numbers.percent(accuracy.top1()),
                  Numbers.count(accuracy.correct()),
                  Numbers.count(accuracy.samples()),
                  Numbers.percent(accuracy.low()),
                  Numbers.percent(accuracy.high())));
      if (!labels) {
        out.println(
            "The data set has no labels: what can be counted is agreement with the uncompressed"
                + " model, and a model agrees with itself.");
      }
      out.println("measured in " + Numbers.duration(evaluation.nanos()));
    }
  }
}
