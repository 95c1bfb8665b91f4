package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.LayerText;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.codec.codebook.KMeans;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.TextTable;
import org.weighbridge.tensor.Tensor;
import org.weighbridge.training.codebook.CentroidPlan;
import org.weighbridge.training.codebook.CentroidTuner;
import org.weighbridge.training.codebook.SharedWeights;
import org.weighbridge.training.codebook.TunedCentroids;
import org.weighbridge.training.gradient.BatchLoss;
import org.weighbridge.training.gradient.GradientGraphs;
import org.weighbridge.training.gradient.GradientOptions;
import org.weighbridge.training.gradient.Normalization;
import org.weighbridge.workflow.LayerValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets the weights of a layer share few values and tunes these. */
@Command(
    name = "share",
    header = "Let the weights of each layer share a few values, and fine-tune these.",
    description =
        "K-means gives each layer 2^BITS values; weights that are zero stay zero. With --tune the "
            + "values move against the gradient of the loss on the training split; kept is the epoch that "
            + "is best on the validation split.",
    footer = {
      "",
      "Examples:",
      "  weighbridge share pruned.onnx -o shared.onnx --bits 5",
      "  weighbridge share pruned.onnx -o shared.onnx --bits 2 --tune 5 --data mnist/",
      "  weighbridge share lenet-5.onnx -o shared.onnx --bits 4,conv1.weight=8 --data mnist/"
    })
public final class ShareVerb extends Verb {
  private static final int MOST_BITS = 16;

  @Mixin private ModelOptions model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The model with shared weights (ONNX).")
  private Path output;

  @Option(
      names = "--bits",
      paramLabel = "BITS",
      required = true,
      converter = LayerText.Numbers.class,
      description = "Bits per weight of each layer: 1 to 16, for all or by layer name.")
  private LayerValues<Double> bits;

  @Option(
      names = "--tune",
      paramLabel = "EPOCHS",
      defaultValue = "0",
      description = "Passes over the training samples that tune the values (default 0).")
  private int epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "About how far a value moves in a step of tuning (default 0.001).")
  private Optional<Double> learningRate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the order of the samples (default 1).")
  private long seed;

  @Mixin private DataOptions data;

  public ShareVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.check(output);
    Network network = model.read(progress);
    var shared = share(network, progress);
    boolean measured = data.where(model.sidecar()).isPresent();
    if (epochs > 0 && !measured) {
      throw usage("Tuning needs a data set: give --data DIR, or --data digits.");
    }
    progress.begin("Sharing weights", 100);
    var tuned = epochs > 0 ? tune(network, shared, progress.part(90)) : null;
    Network result = network.withWeights(weights(tuned == null ? shared : tuned.layers()));
    var accuracy = measured ? measure(network, shared, result, progress.part(10)) : null;
    NetworkFiles.write(result, output);
    Sidecars.carryOver(model.file(), output);
    return new Shared(output, shared, tuned, accuracy);
  }

  private List<SharedWeights> share(Network network, Progress progress) {
    var shared = new ArrayList<SharedWeights>();
    bits.in(network)
        .forEach(
            (id, count) -> {
              if (!(count >= 1 && count <= MOST_BITS) || count != Math.rint(count)) {
                throw usage("%s bits for %s: give 1 to %d.".formatted(count, id, MOST_BITS));
              }
              shared.add(share(network, id, count.intValue(), progress));
            });
    return shared;
  }

  private SharedWeights share(Network network, LayerId id, int count, Progress progress) {
    Layer layer = network.layer(id).orElseThrow();
    float[] weights = layer.weights().values();
    var kept = new float[layer.weights().nonZeros()];
    int next = 0;
    for (float weight : weights) {
      if (!Float.isFinite(weight)) {
        throw new Fault(
            "%s has a weight %s in %s, which shares its value with nothing; leave that layer out."
                .formatted(model.file(), weight, id));
      }
      if (weight != 0) {
        kept[next++] = weight;
      }
    }
    float[] centroids = KMeans.centroids(kept, 1 << count, progress);
    var members = new int[weights.length];
    for (int i = 0; i < members.length; i++) {
      members[i] = weights[i] == 0 ? SharedWeights.PRUNED : KMeans.nearest(centroids, weights[i]);
    }
    return new SharedWeights(id, layer.shape(), centroids, members);
  }

  private TunedCentroids tune(Network network, List<SharedWeights> shared, Progress progress) {
    var usual = CentroidPlan.usual(seed).withEpochs(epochs);
    try (var gradients = GradientGraphs.open(network, GradientOptions.of(Normalization.FROZEN))) {
      return CentroidTuner.tune(
          gradients,
          shared,
          learningRate.map(usual::withLearningRate).orElse(usual),
          samples(Split.TRAINING),
          samples(Split.VALIDATION),
          progress,
          epoch -> progress.step("validation " + Numbers.percent(epoch.accuracy())));
    }
  }

  private LabelledSamples samples(Split split) {
    var sidecar = model.sidecar();
    return new LabelledSamples(data.open(sidecar, split), data.preprocessing(sidecar));
  }

  private static Map<LayerId, Tensor> weights(List<SharedWeights> layers) {
    var weights = new HashMap<LayerId, Tensor>();
    layers.forEach(layer -> weights.put(layer.layer(), layer.weights()));
    return weights;
  }

  /** Accuracy on the test split with values as k-means has them, and as they are in the end. */
  private record Changes(BeforeAfter shared, BeforeAfter result) {}

  private Changes measure(
      Network network, List<SharedWeights> shared, Network result, Progress progress) {
    var sidecar = model.sidecar();
    progress.begin("Measuring", 2);
    try (Evaluator evaluator = data.evaluator(network, data.open(sidecar, Split.TEST), sidecar)) {
      return new Changes(
          BeforeAfter.measure(evaluator, weights(shared), progress.part(1)),
          BeforeAfter.measure(evaluator, result, progress.part(1)));
    }
  }

  private record Shared(
      Path output,
      List<SharedWeights> layers,
      @Nullable TunedCentroids tuned,
      @Nullable Changes changes)
      implements Answer {
    @Override
    public JsonObject json() {
      var json = new JsonObject();
      json.addProperty("file", output.toString());
      var entries = new JsonArray();
      for (SharedWeights layer : layers) {
        var entry = new JsonObject();
        entry.addProperty("name", layer.layer().name());
        entry.addProperty("weights", layer.members().length);
        entry.addProperty("kept", layer.kept());
        entry.addProperty("centroids", layer.centroids().length);
        entries.add(entry);
      }
      json.add("layers", entries);
      if (tuned != null) {
        json.addProperty("validationBeforeTuning", tuned.before().accuracy());
        json.addProperty("validationAfterTuning", tuned.after().accuracy());
      }
      if (changes != null) {
        var untuned = new JsonObject();
        ResultJson.addChange(untuned, changes.shared());
        json.add("beforeTuning", untuned);
        ResultJson.addChange(json, changes.result());
      }
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      var table = TextTable.of("layer", "weights>", "kept>", "values>");
      for (SharedWeights layer : layers) {
        table =
            table.withRow(
                layer.layer().name(),
                Numbers.count(layer.members().length),
                Numbers.count(layer.kept()),
                Numbers.count(layer.centroids().length));
      }
      out.print(table.render());
      if (tuned != null) {
        out.println(
            "validation: %s, tuned %s".formatted(words(tuned.before()), words(tuned.after())));
      }
      if (changes != null) {
        if (tuned != null) {
          out.println("test, not tuned: " + changes.shared().sentence());
        }
        out.println("test: " + changes.result().sentence());
      }
      out.println("wrote " + output);
    }

    private static String words(BatchLoss loss) {
      return "%s right, loss %s"
          .formatted(Numbers.percent(loss.accuracy()), Numbers.fixed(loss.mean(), 4));
    }
  }
}
