package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.LayerText;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Setting;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.ModelDecoder;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Comparison;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.gradient.GradientGraphs;
import org.weighbridge.training.weightless.Absorbed;
import org.weighbridge.training.weightless.WeightlessNetwork;
import org.weighbridge.training.weightless.WeightlessRetraining;
import org.weighbridge.workflow.LayerValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Encodes a model as Weightless does, with retraining around the false positives. */
@Command(
    name = "weightless",
    header =
        "Encode layer by layer with Bloomier filters, retraining around their false positives.",
    description = {
      "A layer is encoded and frozen as decoded; what is not encoded yet is retrained on the training",
      "split; then comes the next layer. Kept is the epoch that is best on the validation split, or",
      "none. Beside FILE.wbz lies FILE-retrained.onnx, the model that it was made of: the one to give",
      "to verify. Accuracy is measured on the decoded FILE.wbz."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge weightless pruned.onnx -o small.wbz --cells 8 --data mnist/",
      "  weighbridge weightless pruned.onnx -o small.wbz --cells 7,fc3.weight=9 --codec bloomier+3bit",
      "  weighbridge verify small.wbz small-retrained.onnx"
    })
public final class WeightlessVerb extends Verb {
  @Mixin private ModelOptions model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.wbz",
      required = true,
      description = "The encoded model.")
  private Path output;

  @Option(
      names = "--cells",
      paramLabel = "BITS",
      required = true,
      converter = LayerText.Numbers.class,
      description =
          "Bits of a filter's cells, for all layers or by layer name; layers not named are not encoded"
              + " and learn to the end.")
  private LayerValues<Double> cells;

  @Option(
      names = "--codec",
      paramLabel = "NAME",
      defaultValue = "bloomier",
      description = "The filter with its options, such as bloomier+3bit+coded (default bloomier).")
  private String codec;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "1",
      description = "Passes over the training samples after each layer (default 1).")
  private int epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      defaultValue = "0.01",
      description = "The first rate after each layer; falls to 0 by a cosine (default 0.01).")
  private double learningRate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the order of the samples and dropout (default 1).")
  private long seed;

  @Mixin private DataOptions data;
  @Mixin private SplitOption split;

  public WeightlessVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.check(output);
    Path uncoded = uncoded();
    OutputFile.check(uncoded);
    TrainingPlan plan = plan();
    Network network = model.read(progress);
    Configuration configuration = configuration(network);
    LabelledSamples training = samples(Split.TRAINING);
    LabelledSamples validation = samples(Split.VALIDATION);
    GradientGraphs.obstacle(network)
        .ifPresent(
            sentence -> {
              throw new Fault(sentence);
            });
    progress.begin("Weightless", 100);
    var encoder = new ModelEncoder();
    EncodedModel plain = encoder.encode(network, configuration, progress.part(3));
    BeforeAfter without = measure(network, plain, progress.part(3));
    WeightlessNetwork retrained =
        WeightlessRetraining.retrain(
            network,
            List.copyOf(configuration.settings().keySet()),
            (now, layer, part) -> encoder.values(now, layer, configuration, part),
            plan,
            training,
            validation,
            progress.part(88),
            layer -> progress.step(sentence(layer)));
    EncodedModel encoded = encoder.encode(retrained.network(), configuration, progress.part(3));
    encoded.write(output);
    NetworkFiles.write(retrained.network(), uncoded);
    Sidecars.carryOver(model.file(), output);
    Sidecars.carryOver(model.file(), uncoded);
    BeforeAfter change = measureFile(network, progress.part(3));
    return new EncodedWeightless(output, uncoded, without, retrained.layers(), encoded, change);
  }

  private static String sentence(Absorbed layer) {
    return "%s: validation %s"
        .formatted(layer.layer(), Numbers.percent(layer.retrained().accuracy()));
  }

  private LabelledSamples samples(Split part) {
    var sidecar = model.sidecar();
    return new LabelledSamples(data.open(sidecar, part), data.preprocessing(sidecar));
  }

  private BeforeAfter measure(Network network, EncodedModel encoded, Progress progress) {
    var dataset = data.open(model.sidecar(), split.split());
    try (var evaluator = data.evaluator(network, dataset, model.sidecar())) {
      return BeforeAfter.measure(evaluator, encoded.decoded(), progress);
    }
  }

  /** What was written, so that everything that learnt is in it. */
  private BeforeAfter measureFile(Network network, Progress progress) {
    var sidecar = model.sidecar();
    Network decoded = ModelDecoder.decode(output, Progress.none());
    var comparison =
        Comparison.measure(
            data.open(sidecar, split.split()),
            dataset -> data.evaluator(network, dataset, sidecar),
            dataset -> data.evaluator(decoded, dataset, sidecar),
            progress);
    return BeforeAfter.of(comparison.reference(), comparison.model());
  }

  /** Where the model that was encoded goes. */
  private Path uncoded() {
    String name = output.getFileName() + "";
    int dot = name.lastIndexOf('.');
    Path file =
        output.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "-retrained.onnx");
    if (file.toAbsolutePath().normalize().equals(model.file().toAbsolutePath().normalize())) {
      throw usage(
          "%s would be overwritten by what comes beside %s: give another name to -o."
              .formatted(file, output));
    }
    return file;
  }

  private TrainingPlan plan() {
    if (epochs < 1) {
      throw usage("%d epochs of retraining: give at least 1.".formatted(epochs));
    }
    var usual = TrainingPlan.fineTuning().withSeed(seed);
    try {
      var stage = usual.retraining();
      return usual.withRetraining(
          stage.withEpochs(epochs).withRate(stage.rate().scaledTo(learningRate)));
    } catch (IllegalArgumentException e) {
      throw usage("Not a plan for retraining: " + e.getMessage() + ".");
    }
  }

  private Configuration configuration(Network network) {
    var settings = new LinkedHashMap<LayerId, Setting>();
    cells
        .in(network)
        .forEach(
            (layer, bits) -> {
              if (!(bits >= 0 && bits < Double.POSITIVE_INFINITY)) {
                throw usage("Cells of %s bits for %s: give a whole number.".formatted(bits, layer));
              }
              settings.put(layer, new Parameter("cells", bits));
            });
    var coding = Coding.DEFAULT.withCodec(codec);
    if (!coding.layerCodec().family().equals("bloomier")) {
      throw usage("%s is no Bloomier filter: give bloomier, with its options.".formatted(codec));
    }
    return new Configuration(coding, settings);
  }
}
