package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.LayerValues;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets small weights to zero. */
@Command(
    name = "prune",
    header = "Set the smallest weights of layers to zero, without retraining.",
    description = "Each rule takes one number for all layers or numbers by layer name.",
    footer = {
      "",
      "Examples:",
      "  weighbridge prune model.onnx -o pruned.onnx --density 0.1",
      "  weighbridge prune model.onnx -o pruned.onnx --density fc1.weight=0.08,fc2.weight=0.09",
      "  weighbridge prune model.onnx -o pruned.onnx --quality 1.2 --data mnist/"
    })
public final class PruneVerb extends Verb {
  @Mixin private ModelOptions model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The pruned model (ONNX).")
  private Path output;

  @Option(
      names = "--density",
      paramLabel = "D",
      converter = LayerValues.Numbers.class,
      description = "Keep this fraction of the weights, 0 to 1.")
  private Optional<LayerValues<Double>> density;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      converter = LayerValues.Numbers.class,
      description = "Keep weights of at least this magnitude.")
  private Optional<LayerValues<Double>> threshold;

  @Option(
      names = "--quality",
      paramLabel = "Q",
      converter = LayerValues.Numbers.class,
      description = "Keep weights of at least Q standard deviations of the layer.")
  private Optional<LayerValues<Double>> quality;

  @Mixin private DataOptions data;
  @Mixin private SplitOption split;

  public PruneVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.check(output);
    Network network = model.read();
    var pruned = Pruning.of(rules(network)).apply(network);
    progress.begin("Pruning", 1);
    BeforeAfter change = data.given() ? measure(network, pruned, progress.part(1)) : null;
    NetworkFiles.write(pruned, output);
    Sidecars.carryOver(model.file(), output);
    return new Pruned(pruned, output, change);
  }

  private BeforeAfter measure(Network network, Network pruned, Progress progress) {
    var sidecar = model.sidecar();
    var dataset = data.open(sidecar, split.split());
    try (var evaluator = data.evaluator(network, dataset, sidecar)) {
      return BeforeAfter.measure(evaluator, pruned, progress);
    }
  }

  private Map<LayerId, PruningRule> rules(Network network) {
    var rules = new HashMap<LayerId, PruningRule>();
    add(rules, network, density, PruningRule.Density::new);
    add(rules, network, threshold, PruningRule.Threshold::new);
    add(rules, network, quality, PruningRule.Quality::new);
    if (rules.isEmpty()) {
      throw usage("Nothing to prune: give --density, --threshold or --quality.");
    }
    return rules;
  }

  private void add(
      Map<LayerId, PruningRule> rules,
      Network network,
      Optional<LayerValues<Double>> values,
      DoubleFunction<PruningRule> kind) {
    if (values.isEmpty()) {
      return;
    }
    values
        .get()
        .in(network)
        .forEach(
            (layer, value) -> {
              try {
                if (rules.put(layer, kind.apply(value)) != null) {
                  throw usage("There are two rules for " + layer + "; give one.");
                }
              } catch (IllegalArgumentException e) {
                throw usage("For " + layer + ": " + e.getMessage() + ".");
              }
            });
  }

  private record Pruned(Network network, Path output, @Nullable BeforeAfter change)
      implements Answer {
    @Override
    public JsonObject json() {
      var json = new JsonObject();
      json.addProperty("file", output.toString());
      var layers = new JsonArray();
      for (Layer layer : network.layers()) {
        var entry = new JsonObject();
        entry.addProperty("name", layer.name());
        entry.addProperty("weights", layer.weights().size());
        entry.addProperty("kept", layer.weights().nonZeros());
        entry.addProperty("sparsity", layer.weights().sparsity());
        layers.add(entry);
      }
      json.add("layers", layers);
      if (change != null) {
        ResultJson.addChange(json, change);
      }
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      var table = TextTable.of("layer", "weights>", "kept>", "sparsity>");
      for (Layer layer : network.layers()) {
        table =
            table.withRow(
                layer.name(),
                Numbers.count(layer.weights().size()),
                Numbers.count(layer.weights().nonZeros()),
                Numbers.percent(layer.weights().sparsity()));
      }
      out.print(table.render());
      if (change != null) {
        out.println(change.sentence());
      }
      out.println("wrote " + output);
    }
  }
}
