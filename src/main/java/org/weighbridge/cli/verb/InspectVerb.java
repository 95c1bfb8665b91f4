package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import org.weighbridge.checkpoint.io.CheckpointFiles;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.network.SmallTensor;
import org.weighbridge.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the layers of a model. */
@Command(
    name = "inspect",
    header = "List the layers of a model that can be compressed.",
    description = {
      "Of a session, the layers of the network that is chosen in it, and its runs. Of a checkpoint,",
      "all tensors: a .safetensors file, a folder or an index of its shards, or an ONNX model with",
      "more than 1 GiB of external data."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge inspect model.onnx",
      "  weighbridge inspect model.onnx --json",
      "  weighbridge inspect model.safetensors",
      "  weighbridge inspect tried.wbsession"
    })
public final class InspectVerb extends Verb {
  @Mixin private ModelOptions model;

  @Option(
      names = "--stream",
      description = "List the tensors that an ONNX model keeps in files beside it, of any size.")
  private boolean stream;

  public InspectVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    if (stream || CheckpointFiles.matches(model.named())) {
      return InspectedCheckpoint.of(CheckpointFiles.read(model.named(), progress), progress);
    }
    var network = new Inspected(model.read(progress));
    return model
        .session()
        .<Answer>map(session -> new InspectedSession(model.named(), session, network))
        .orElse(network);
  }

  private record Inspected(Network network) implements Answer {
    private long inLayers() {
      return network.layers().stream().mapToLong(layer -> layer.weights().size()).sum();
    }

    private long inSmallTensors() {
      return network.smallTensors().stream().mapToLong(t -> t.values().size()).sum();
    }

    @Override
    public JsonObject json() {
      var json = new JsonObject();
      json.addProperty("name", network.name());
      json.addProperty("parameters", network.parameters());
      json.addProperty("originalBytes", network.originalBytes());
      json.addProperty("sha256", network.hash());
      var layers = new JsonArray();
      network.layers().forEach(layer -> layers.add(json(layer)));
      json.add("layers", layers);
      var smallTensors = new JsonArray();
      network.smallTensors().forEach(tensor -> smallTensors.add(json(tensor)));
      json.add("smallTensors", smallTensors);
      return json;
    }

    private static JsonObject json(Layer layer) {
      var json = new JsonObject();
      json.addProperty("name", layer.name());
      json.addProperty("operator", layer.operator());
      json.add("shape", ShapeJson.of(layer.shape()));
      json.addProperty("weights", layer.weights().size());
      json.addProperty("kept", layer.weights().nonZeros());
      json.addProperty("sparsity", layer.weights().sparsity());
      json.addProperty("bytes", 4L * layer.weights().size());
      return json;
    }

    private static JsonObject json(SmallTensor tensor) {
      var json = new JsonObject();
      json.addProperty("name", tensor.id().name());
      json.addProperty("operator", tensor.operator());
      json.add("shape", ShapeJson.of(tensor.values().shape()));
      json.addProperty("bytes", 4L * tensor.values().size());
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      var table =
          TextTable.of("layer", "operator", "shape", "weights>", "bytes>", "kept>", "sparsity>");
      for (Layer layer : network.layers()) {
        table =
            table.withRow(
                layer.name(),
                layer.operator(),
                layer.shape().toString(),
                Numbers.count(layer.weights().size()),
                Numbers.bytes(4L * layer.weights().size()),
                Numbers.count(layer.weights().nonZeros()),
                Numbers.percent(layer.weights().sparsity()));
      }
      out.println(
          "%s: %s parameters, %s as float32"
              .formatted(
                  network.name(),
                  Numbers.count(network.parameters()),
                  Numbers.bytes(network.originalBytes())));
      out.println();
      out.print(table.render());
      out.println();
      out.println(
          "%d layers with %s weights; the other %s parameters are carried along untouched,"
              .formatted(
                  network.layers().size(),
                  Numbers.count(inLayers()),
                  Numbers.count(network.parameters() - inLayers())));
      out.println(
          "unless --small-tensors gives a bound to %s numbers in %d biases and the like."
              .formatted(Numbers.count(inSmallTensors()), network.smallTensors().size()));
    }
  }
}
