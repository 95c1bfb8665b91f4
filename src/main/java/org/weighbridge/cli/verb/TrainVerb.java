package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.LayerText;
import org.weighbridge.cli.options.NetworkChoice;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.TrainingOptions;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.Version;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.prune.dead.DeadNeurons;
import org.weighbridge.report.ResultJson;
import org.weighbridge.training.Epoch;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.TrainingState;
import org.weighbridge.training.blueprint.Blueprint;
import org.weighbridge.workflow.LayerValues;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Train;
import org.weighbridge.workflow.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains, prunes and retrains a network. */
@Command(
    name = "train",
    header = "Train a network, prune it little by little and retrain what is left.",
    description =
        "Trains on the training split and keeps the weights that are best on the validation split; the "
            + "accuracy in the sidecar is of the test split. The same seed gives the same file on the same "
            + "kind of processor, whatever the number of threads; another kind may round differently.",
    footer = {
      "",
      "Examples:",
      "  weighbridge train -o lenet.onnx",
      "  weighbridge train --network lenet-5 --data mnist/ -o lenet5.onnx --dense dense.onnx",
      "  weighbridge train --network lenet-5 --data mnist/ -o l5.onnx --density 0.05 --checkpoint"
          + " l5.wbtrain",
      "  weighbridge train --network model.onnx --data cifar-10/ -o tuned.onnx --epochs 2,0,0"
    })
public final class TrainVerb extends Verb {
  /** Data and preprocessing of fresh networks unless options say otherwise. */
  private static final ModelSidecar FRESH =
      ModelSidecar.of(ModelSidecar.unknown().preprocessing(), Optional.of("digits"));

  @Mixin private NetworkChoice network;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      required = true,
      description = "The trained and pruned model (ONNX); its sidecar is written beside it.")
  private Path output;

  @Option(
      names = "--dense",
      paramLabel = "MODEL",
      description = "Write the model before pruning, too.")
  private Optional<Path> dense;

  @Option(
      names = "--epochs",
      paramLabel = "D,P,R",
      split = ",",
      description =
          "Passes over the data: dense, while pruning, retraining. With 0 for P, and without"
              + " --density, nothing is pruned.")
  private List<Integer> epochs;

  @Option(
      names = "--density",
      paramLabel = "D",
      description =
          "The fraction of weights to keep: one number for all layers, one for each layer in turn, or"
              + " layer=0.1,layer=0.2. Files are not pruned unless it is given.")
  private Optional<String> density;

  @Option(names = "--keep-zeros", description = "Keep weights at zero that are zero in the file.")
  private boolean keepZeros;

  @Mixin private TrainingOptions options;
  @Mixin private DataOptions data;

  public TrainVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.check(output);
    dense.ifPresent(OutputFile::check);
    var keeping = new KeptTraining(options, this::notice);
    Optional<TrainingState> resume = keeping.resume();
    TrainingPlan plan = resume.map(TrainingState::plan).orElseGet(this::plan);
    ModelSidecar sidecar = network.sidecar(FRESH);
    var on = data.on(sidecar, Split.TEST, Split.VALIDATION, OptionalInt.empty());
    var bench = Workbench.with(PointStore.off()).telling(keeping.listener()).resuming(resume);
    var start = network.material(bench, on, plan.seed());
    var step = new Train(plan, wish(start.network(), plan));
    progress.begin("Training", 100);
    var done = keeping.orSay(() -> bench.apply(step, start, progress.part(95)));
    boolean twice = dense.isPresent() && plan.dense().epochs() > 0;
    if (twice) {
      write(done.original(), dense.get(), sidecar, plan, progress.part(2));
    }
    var evaluation = write(done.network(), output, sidecar, plan, progress.part(3));
    return new Done(
        output, done.epochs(), new KeptWeights(DeadNeurons.zero(done.network())), evaluation);
  }

  private TrainingPlan plan() {
    try {
      var plan = network.blueprint().map(Blueprint::plan).orElseGet(TrainingPlan::fineTuning);
      if (epochs != null) {
        if (epochs.size() != 3) {
          throw usage("--epochs takes three numbers, such as 15,15,15.");
        }
        plan = plan.withEpochs(epochs.get(0), epochs.get(1), epochs.get(2));
      }
      return options.over(plan).withKeepZeros(keepZeros);
    } catch (IllegalArgumentException e) {
      throw usage("Not a plan for training: " + e.getMessage() + ".");
    }
  }

  /** Who takes no time for pruning and does not say what to keep wants a dense network. */
  private Optional<PruningWish> wish(Network start, TrainingPlan plan) {
    if (density.isEmpty() && plan.pruning().epochs() == 0) {
      return Optional.empty();
    }
    Map<LayerId, Double> densities =
        density.map(text -> densities(text, start)).orElseGet(() -> network.densities(start));
    var named = new LinkedHashMap<String, Double>();
    densities.forEach((layer, keep) -> named.put(layer.name(), keep));
    try {
      return named.isEmpty()
          ? Optional.empty()
          : Optional.of(PruningWish.density(new LayerValues<>(Optional.empty(), named)));
    } catch (IllegalArgumentException e) {
      throw usage("--density: " + e.getMessage() + ".");
    }
  }

  private Map<LayerId, Double> densities(String text, Network start) {
    String[] parts = text.split(",", -1);
    if (parts.length == 1 || text.contains("=")) {
      return new LayerText.Numbers().convert(text).in(start);
    }
    if (parts.length != start.layers().size()) {
      throw usage(
          "--density has %d numbers, but %s has %d layers: %s."
              .formatted(
                  parts.length,
                  start.name(),
                  start.layers().size(),
                  start.layers().stream()
                      .map(layer -> layer.name())
                      .collect(Collectors.joining(", "))));
    }
    var densities = new LinkedHashMap<LayerId, Double>();
    for (int l = 0; l < parts.length; l++) {
      var layer = start.layers().get(l).id();
      densities.put(
          layer,
          new LayerText.Numbers().convert(layer.name() + "=" + parts[l]).in(start).get(layer));
    }
    return densities;
  }

  /** Writes a model and measures it on the test split for its sidecar. */
  private Evaluation write(
      Network trained, Path file, ModelSidecar sidecar, TrainingPlan plan, Progress progress) {
    NetworkFiles.write(trained, file);
    var written = NetworkFiles.read(file);
    var test = data.open(sidecar, Split.TEST);
    try (var evaluator = data.evaluator(written, test, sidecar)) {
      var evaluation = evaluator.baseline(progress);
      new ModelSidecar(
              data.preprocessing(sidecar),
              data.where(sidecar),
              OptionalDouble.of(evaluation.accuracy().top1()),
              OptionalLong.of(evaluation.accuracy().samples()),
              OptionalLong.of(written.parameters()),
              OptionalLong.of(plan.seed()),
              Optional.of(written.hash()),
              Optional.of(Version.PRODUCT + ": " + commandLine()),
              Optional.empty())
          .writeBeside(file);
      return evaluation;
    }
  }

  private record Done(Path file, List<Epoch> epochs, KeptWeights kept, Evaluation evaluation)
      implements Answer {
    @Override
    public JsonObject json() {
      var json = ResultJson.accuracy(MeasuredAccuracy.of(evaluation));
      json.addProperty("file", file.toString());
      json.addProperty("epochs", epochs.size());
      json.addProperty("density", kept.density());
      kept.addTo(json);
      json.add("history", TrainingHistory.json(epochs));
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      TrainingHistory.print(epochs, out);
      kept.print(out);
      out.println(
          "wrote %s: %s of %s test samples right, %s of the weights kept"
              .formatted(
                  file,
                  Numbers.percent(evaluation.accuracy().top1()),
                  Numbers.count(evaluation.accuracy().samples()),
                  Numbers.percent(kept.density())));
    }
  }
}
