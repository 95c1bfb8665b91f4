package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.job.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the window with a model. */
@Command(
    name = "open",
    header = "Open the window with a model.",
    footer = {"", "Example:", "  weighbridge open model.onnx --data mnist/"})
public final class OpenVerb extends Verb {
  private final Windows windows;

  @Parameters(
      paramLabel = "MODEL",
      description = "The ONNX or .wbz file, a session (.wbsession) or a log of runs (.jsonl).")
  private Path model;

  @Option(names = "--data", paramLabel = "DIR", description = "The data set of the model.")
  private Optional<String> data;

  public OpenVerb(Terminal terminal, Windows windows) {
    super(terminal);
    this.windows = windows;
  }

  @Override
  protected Answer run(Progress progress) {
    windows.open(Optional.of(model), data);
    return new Answer() {
      @Override
      public JsonObject json() {
        return new JsonObject();
      }

      @Override
      public void print(PrintWriter out) {
        // The window has said everything.
      }
    };
  }
}
