package org.weighbridge.cli.options;

import java.nio.file.Path;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import picocli.CommandLine.Parameters;

/** The model a verb works on. */
public final class ModelOptions {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "The ONNX file; MODEL.json beside it is read by itself.")
  private Path file;

  public Path file() {
    return file;
  }

  public Network read() {
    return NetworkFiles.read(file);
  }

  /** What is known of the model besides its graph; nothing when it has no sidecar. */
  public ModelSidecar sidecar() {
    return ModelSidecar.besideModel(file).orElseGet(ModelSidecar::unknown);
  }
}
