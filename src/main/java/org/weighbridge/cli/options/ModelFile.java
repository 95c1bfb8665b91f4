package org.weighbridge.cli.options;

import java.nio.file.Path;
import org.weighbridge.experiment.ModelDecoder;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;

/** A model as a file: ONNX, or encoded. */
public final class ModelFile {
  private ModelFile() {}

  /**
   * Reads a model; one in a {@code .wbz} file is decoded.
   *
   * @throws org.weighbridge.fault.Fault when the file is missing, damaged or of another kind
   */
  public static Network read(Path file, Progress progress) {
    return (file.getFileName() + "").endsWith(".wbz")
        ? ModelDecoder.decode(file, progress)
        : NetworkFiles.read(file, progress.quiet());
  }
}
