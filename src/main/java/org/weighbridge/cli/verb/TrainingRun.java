package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.TrainingOptions;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.prune.Pruner;
import org.weighbridge.training.Checkpoint;
import org.weighbridge.training.Epoch;
import org.weighbridge.training.Trained;
import org.weighbridge.training.Trainer;
import org.weighbridge.training.TrainingListener;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.TrainingState;

/** A training as a verb runs it: on training and validation split, with checkpoints. */
record TrainingRun(
    TrainingOptions options, DataOptions data, ModelSidecar sidecar, Consumer<String> notice) {

  LabelledSamples samples(Split split) {
    return new LabelledSamples(data.open(sidecar, split), data.preprocessing(sidecar));
  }

  Trained train(
      Network start,
      TrainingPlan plan,
      Optional<Pruner> pruner,
      LabelledSamples training,
      Optional<TrainingState> resume,
      Progress progress) {
    Optional<Path> file = options.checkpoint();
    var listener =
        new TrainingListener() {
          @Override
          public void checkpoint(TrainingState state) {
            file.ifPresent(path -> Checkpoint.write(state, path));
          }
        };
    try {
      return Trainer.train(
          start, plan, pruner, training, samples(Split.VALIDATION), resume, progress, listener);
    } catch (CancellationException e) {
      file.ifPresent(
          path ->
              notice.accept(
                  "What was learnt is in %s; go on with the same command and --resume %s."
                      .formatted(path, Verb.quoted(path.toString()))));
      throw e;
    }
  }

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
