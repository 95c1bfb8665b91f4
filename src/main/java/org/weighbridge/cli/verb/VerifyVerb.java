package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.weighbridge.checkpoint.coding.CheckpointVerifier;
import org.weighbridge.checkpoint.io.CheckpointFiles;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.container.stream.StreamFile;
import org.weighbridge.experiment.Verification;
import org.weighbridge.experiment.Verifier;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Holds an encoded model to its promise. */
@Command(
    name = "verify",
    header = "Check every weight of a .wbz file against the model it was made of.",
    description = {
      "Decodes the file and compares: every value within its tensor's bound, zeros still zero,",
      "everything that was not coded byte-identical. Exit code 1 when something is not so."
    },
    footer = {"", "Example:", "  weighbridge verify model.wbz model.onnx"})
public final class VerifyVerb extends Verb {
  @Parameters(index = "0", paramLabel = "FILE.wbz", description = "The encoded model.")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "MODEL",
      description = "What it was made of: an ONNX model, or a checkpoint (safetensors).")
  private Path model;

  public VerifyVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    if (StreamFile.begins(file)) {
      var original = CheckpointFiles.read(model, progress);
      return new StreamVerified(CheckpointVerifier.verify(file, original, progress));
    }
    return new Verified(
        Verifier.verify(file, NetworkFiles.read(model, progress.quiet()), progress));
  }

  private record Verified(Verification verification) implements Answer {
    @Override
    public boolean ok() {
      return verification.ok();
    }

    @Override
    public JsonObject json() {
      var json = new JsonObject();
      json.addProperty("ok", verification.ok());
      json.addProperty("violations", verification.violations());
      json.addProperty("graphEqual", verification.graphEqual());
      var layers = new JsonArray();
      for (var layer : verification.layers()) {
        var entry = new JsonObject();
        entry.addProperty("name", layer.layer().name());
        entry.add("bound", ResultJson.number(layer.bound()));
        entry.add("maxError", ResultJson.number(layer.found().maxError()));
        entry.addProperty("violations", layer.found().violations());
        layers.add(entry);
      }
      json.add("layers", layers);
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      var table = TextTable.of("layer", "bound>", "max error>", "of bound>", "violations>");
      for (var layer : verification.layers()) {
        table =
            table.withRow(
                layer.layer().name(),
                Numbers.bound(layer.bound()),
                Numbers.bound(layer.found().maxError()),
                Numbers.percent(layer.found().maxError() / layer.bound()),
                Numbers.count(layer.found().violations()));
      }
      out.print(table.render());
      out.println();
      out.println(
          verification.violations() == 0
              ? "bounds: every weight is within its bound"
              : "bounds: " + Numbers.count(verification.violations()) + " weights break theirs");
      out.println(
          verification.graphEqual()
              ? "graph: everything else is byte-identical"
              : "graph: what was not coded differs from the model");
    }
  }
}
