package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighbridge.checkpoint.coding.CheckpointDecoder;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.container.WbzReader;
import org.weighbridge.container.stream.StreamFile;
import org.weighbridge.experiment.ModelDecoder;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.NpyFile;
import org.weighbridge.tensor.Shape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a runnable model of an encoded one. */
@Command(
    name = "decode",
    header = "Decode a .wbz file to a runnable ONNX model, or one layer of it to an array.",
    footer = {
      "",
      "Examples:",
      "  weighbridge decode model.wbz -o decoded.onnx",
      "  weighbridge decode model.wbz --layer fc1.weight -o fc1.npy",
      "  weighbridge decode checkpoint.wbz -o decoded/"
    })
public final class DecodeVerb extends Verb {
  @Parameters(paramLabel = "FILE.wbz", description = "The encoded model.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      required = true,
      description =
          "The decoded model (ONNX), or the folder of a checkpoint's files, or its one file; with"
              + " --layer the weights (NPY).")
  private Path output;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "Decode this layer only and write its float32 weights as a NumPy array.")
  private Optional<String> layer = Optional.empty();

  public DecodeVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    if (StreamFile.begins(file)) {
      return layer.isPresent() ? oneTensor(layer.get(), progress) : checkpoint(progress);
    }
    OutputFile.check(output);
    return layer.isPresent() ? oneLayer(layer.get(), progress) : wholeModel(progress);
  }

  private Answer oneLayer(String name, Progress progress) {
    long start = System.nanoTime();
    var weights = WbzReader.layer(file, name).decode(progress);
    long nanos = System.nanoTime() - start;
    NpyFile.write(weights, output);
    return new DecodedLayer(output, name, weights.shape(), nanos);
  }

  private Answer oneTensor(String name, Progress progress) {
    OutputFile.check(output);
    long start = System.nanoTime();
    var dims = CheckpointDecoder.tensor(file, name, output, progress);
    return new DecodedTensor(output, name, dims, System.nanoTime() - start);
  }

  private Answer checkpoint(Progress progress) {
    long start = System.nanoTime();
    var files = CheckpointDecoder.decode(file, output, progress);
    return new DecodedCheckpoint(output, files, System.nanoTime() - start);
  }

  private Answer wholeModel(Progress progress) {
    long start = System.nanoTime();
    var network = ModelDecoder.decode(file, progress);
    long nanos = System.nanoTime() - start;
    NetworkFiles.write(network, output);
    Sidecars.carryOver(file, output);
    return new Decoded(output, network.layers().size(), nanos);
  }

  private record Decoded(Path output, int layers, long nanos) implements Answer {
    @Override
    public JsonObject json() {
      var json = new JsonObject();
      json.addProperty("file", output.toString());
      json.addProperty("layers", layers);
      json.addProperty("decodeNanos", nanos);
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      out.println(
          "wrote %s: %d layers decoded in %s".formatted(output, layers, Numbers.duration(nanos)));
    }
  }

  private record DecodedLayer(Path output, String name, Shape shape, long nanos) implements Answer {
    @Override
    public JsonObject json() {
      var json = new JsonObject();
      json.addProperty("file", output.toString());
      json.addProperty("layer", name);
      json.add("shape", ShapeJson.of(shape));
      json.addProperty("decodeNanos", nanos);
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      out.println(
          "wrote %s: %s, %s float32, read and decoded in %s"
              .formatted(output, name, shape, Numbers.duration(nanos)));
    }
  }

  private record DecodedCheckpoint(Path output, List<Path> files, long nanos) implements Answer {
    @Override
    public JsonObject json() {
      var json = new JsonObject();
      json.addProperty("file", output.toString());
      var written = new JsonArray();
      files.forEach(file -> written.add(file.toString()));
      json.add("files", written);
      json.addProperty("decodeNanos", nanos);
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      out.println(
          "wrote %s: %d %s decoded in %s"
              .formatted(
                  output,
                  files.size(),
                  files.size() == 1 ? "file" : "files",
                  Numbers.duration(nanos)));
    }
  }

  private record DecodedTensor(Path output, String name, List<Long> dims, long nanos)
      implements Answer {
    @Override
    public JsonObject json() {
      var json = new JsonObject();
      json.addProperty("file", output.toString());
      json.addProperty("layer", name);
      var shape = new JsonArray();
      dims.forEach(shape::add);
      json.add("shape", shape);
      json.addProperty("decodeNanos", nanos);
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      out.println(
          "wrote %s: %s, %s float32, read and decoded in %s"
              .formatted(
                  output,
                  name,
                  dims.stream().map(String::valueOf).collect(Collectors.joining(" × ")),
                  Numbers.duration(nanos)));
    }
  }
}
