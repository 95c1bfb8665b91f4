package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Version;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.report.ResultJson;
import org.weighbridge.training.LeNetEpoch;
import org.weighbridge.training.LeNetPlan;
import org.weighbridge.training.LeNetTrainer;
import org.weighbridge.training.TrainedNetworks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains, prunes and retrains a LeNet-300-100. */
@Command(
    name = "train",
    header = "Train a LeNet-300-100, prune it little by little and retrain what is left.",
    description = {
      "Trains on the training split; the accuracy it states in the sidecar is of the test split.",
      "The same seed gives the same file."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge train -o lenet.onnx",
      "  weighbridge train -o lenet.onnx --dense lenet-dense.onnx --data mnist/ --seed 7"
    })
public final class TrainVerb extends Verb {
  /** Data and preprocessing unless options say otherwise. */
  private static final ModelSidecar UNLESS_SAID =
      ModelSidecar.of(ModelSidecar.unknown().preprocessing(), Optional.of("digits"));

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
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the first weights and the order of the samples (default 1).")
  private long seed;

  @Option(
      names = "--epochs",
      paramLabel = "D,P,R",
      split = ",",
      description = "Passes over the data: dense, while pruning, retraining.")
  private List<Integer> epochs;

  @Option(
      names = "--density",
      paramLabel = "D1,D2,D3",
      split = ",",
      description = "The fraction of weights to keep in each of the three layers.")
  private List<Double> densities;

  @Mixin private DataOptions data;

  public TrainVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.check(output);
    dense.ifPresent(OutputFile::check);
    progress.begin("Training", 100);
    TrainedNetworks trained =
        LeNetTrainer.train(
            plan(),
            data.open(UNLESS_SAID, Split.TRAINING),
            data.open(UNLESS_SAID, Split.VALIDATION),
            data.preprocessing(UNLESS_SAID),
            progress.part(95),
            epoch -> progress.step(words(epoch)));
    dense.ifPresent(file -> write(trained.dense(), file, progress.part(2)));
    var evaluation = write(trained.pruned(), output, progress.part(3));
    return new Trained(output, trained, evaluation);
  }

  private LeNetPlan plan() {
    try {
      var plan = LeNetPlan.usual(seed);
      if (epochs != null) {
        if (epochs.size() != 3) {
          throw usage("--epochs takes three numbers, such as 15,15,15.");
        }
        plan = plan.withEpochs(epochs.get(0), epochs.get(1), epochs.get(2));
      }
      return densities == null ? plan : plan.withDensities(densities);
    } catch (IllegalArgumentException e) {
      throw usage("Not a plan for training: " + e.getMessage() + ".");
    }
  }

  private static String words(LeNetEpoch epoch) {
    return "epoch %d, %s: loss %s, density %s, validation %s"
        .formatted(
            epoch.number(),
            epoch.phase().title(),
            Numbers.fixed(epoch.loss(), 4),
            Numbers.percent(epoch.density()),
            Numbers.percent(epoch.validation()));
  }

  /** Writes a model and measures it on the test split for its sidecar. */
  private Evaluation write(Network network, Path file, Progress progress) {
    NetworkFiles.write(network, file);
    var written = NetworkFiles.read(file);
    var test = data.open(UNLESS_SAID, Split.TEST);
    try (var evaluator = data.evaluator(written, test, UNLESS_SAID)) {
      var evaluation = evaluator.baseline(progress);
      new ModelSidecar(
              data.preprocessing(UNLESS_SAID),
              data.where(UNLESS_SAID),
              OptionalDouble.of(evaluation.accuracy().top1()),
              OptionalLong.of(evaluation.accuracy().samples()),
              OptionalLong.of(written.parameters()),
              OptionalLong.of(seed),
              Optional.of(written.hash()),
              Optional.of(Version.PRODUCT + ": " + commandLine()),
              Optional.empty())
          .writeBeside(file);
      return evaluation;
    }
  }

  private record Trained(Path file, TrainedNetworks networks, Evaluation evaluation)
      implements Answer {
    @Override
    public JsonObject json() {
      var json = ResultJson.accuracy(evaluation);
      json.addProperty("file", file.toString());
      json.addProperty("epochs", networks.epochs().size());
      json.addProperty("density", density());
      return json;
    }

    private double density() {
      var layers = networks.pruned().layers();
      long kept = layers.stream().mapToLong(layer -> layer.weights().nonZeros()).sum();
      return (double) kept / layers.stream().mapToLong(layer -> layer.weights().size()).sum();
    }

    @Override
    public void print(PrintWriter out) {
      networks.epochs().forEach(epoch -> out.println(words(epoch)));
      out.println(
          "wrote %s: %s of %s test samples right"
              .formatted(
                  file,
                  Numbers.percent(evaluation.accuracy().top1()),
                  Numbers.count(evaluation.accuracy().samples())));
    }
  }
}
