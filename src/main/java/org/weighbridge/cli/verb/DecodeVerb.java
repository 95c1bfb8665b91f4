package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.experiment.ModelDecoder;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a runnable model of an encoded one. */
@Command(
    name = "decode",
    header = "Decode a .wbz file to a runnable ONNX model.",
    footer = {"", "Example:", "  weighbridge decode model.wbz -o decoded.onnx"})
public final class DecodeVerb extends Verb {
  @Parameters(paramLabel = "FILE.wbz", description = "The encoded model.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      required = true,
      description = "The decoded model (ONNX).")
  private Path output;

  public DecodeVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.check(output);
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
}
