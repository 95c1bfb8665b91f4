package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.weighbridge.cli.options.ChooseOption;
import org.weighbridge.cli.options.CodingOptions;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.LayerValues;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.SearchOptions;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Encodes a model. */
@Command(
    name = "encode",
    header = "Encode a model to a .wbz file.",
    description = {
      "Every layer is decoded again and held to its error bound before the file is written.",
      "Without a choice of bounds the bound is 0.001 (absolute) for every layer. With --data,",
      "accuracy is measured before and after."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge encode model.onnx -o model.wbz --bound 0.01",
      "  weighbridge encode model.onnx -o model.wbz --bounds fc1.weight=0.02,fc2.weight=0.03",
      "  weighbridge encode model.onnx -o model.wbz --data mnist/ --max-loss 0.3 --json",
      "  weighbridge encode model.onnx -o model.wbz --config bounds.json --data mnist/"
    })
public final class EncodeVerb extends Verb {
  private static final double DEFAULT_BOUND = 1e-3;

  /** Where the bounds come from: one of these, or none. */
  private static final class Choice {
    @Option(
        names = {"--bound", "--bounds"},
        paramLabel = "X",
        converter = LayerValues.Converter.class,
        description = {
          "Absolute error bound of all layers, such as 0.01, or by layer, such as",
          "fc1.weight=0.02,fc2.weight=0.03: layers not named are carried along unchanged."
        })
    private @Nullable LayerValues bounds;

    @Option(
        names = "--max-loss",
        paramLabel = "P",
        description = "Have bounds chosen: the smallest file within this loss in points.")
    private @Nullable Double maxLoss;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "Bounds, codec and effort as optimize -o wrote them.")
    private @Nullable Path config;
  }

  @Mixin private ModelOptions model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.wbz",
      required = true,
      description = "The encoded model.")
  private Path output;

  @ArgGroup private @Nullable Choice choice;

  @Mixin private CodingOptions coding;
  @Mixin private DataOptions data;
  @Mixin private SplitOption split;
  @Mixin private ChooseOption choose;
  @Mixin private SearchOptions search;

  public EncodeVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.check(output);
    var network = model.read();
    boolean chosen = choice != null && choice.maxLoss != null;
    progress.begin("Encoding " + network.name(), 100);
    SearchResult found = chosen ? search(network, choice.maxLoss, progress.part(80)) : null;
    EncodedModel encoded =
        found == null
            ? new ModelEncoder().encode(network, configuration(network), progress.part(20))
            : found.best().model();
    Change change = chosen || data.given() ? measure(network, encoded, progress.part(10)) : null;
    encoded.write(output);
    Sidecars.carryOver(model.file(), output);
    boolean defaulted = choice == null;
    return new Encoded(encoded, output, defaulted, change, split.split(), found, choose.split());
  }

  private SearchResult search(Network network, double maxLoss, Progress progress) {
    return new Bounds(coding, data, choose, search)
        .find(network, model.sidecar(), new Objective.LeastSize(maxLoss), progress);
  }

  private Change measure(Network network, EncodedModel encoded, Progress progress) {
    var sidecar = model.sidecar();
    var dataset = data.open(sidecar, split.split());
    try (var evaluator = data.evaluator(network, dataset, sidecar)) {
      return Change.measure(evaluator, encoded.decoded(), progress);
    }
  }

  private Configuration configuration(Network network) {
    if (choice != null && choice.config != null) {
      var read = ConfigurationFile.read(choice.config);
      return new Configuration(
          coding.codec(read.codec()), coding.effort(read.effort()), read.bounds());
    }
    LayerValues values =
        choice == null || choice.bounds == null
            ? new LayerValues(OptionalDouble.of(DEFAULT_BOUND), new LinkedHashMap<>())
            : choice.bounds;
    var bounds = new LinkedHashMap<LayerId, ErrorBound>();
    values
        .in(network)
        .forEach(
            (layer, bound) -> {
              if (!(bound > 0) || bound.isInfinite()) {
                throw usage("The bound of " + layer + " must be positive and finite.");
              }
              bounds.put(layer, ErrorBound.absolute(bound));
            });
    return new Configuration(coding.codec(), coding.effort(), bounds);
  }
}
