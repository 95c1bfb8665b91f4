package org.weighbridge.experiment;

import java.nio.file.Path;
import org.weighbridge.container.WbzReader;
import org.weighbridge.fault.Exhausted;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;

/** Turns a {@code .wbz} file back into a network that runs. */
public final class ModelDecoder {
  private ModelDecoder() {}

  /**
   * Reads and decodes a file. Tensors that were not coded come back byte for byte, coded ones bit
   * for bit as the encoder measured them.
   *
   * @throws Fault when the file is missing, damaged, of another kind or larger than memory
   */
  public static Network decode(Path file, Progress progress) {
    try {
      return WbzFiles.network(WbzReader.read(file), progress);
    } catch (OutOfMemoryError e) {
      throw new Fault(
          "%s needs more memory to be decoded than Java's %d MB; %s, or encode the model with --stream, whose files are decoded piece by piece."
              .formatted(file, Runtime.getRuntime().maxMemory() >> 20, Exhausted.REMEDY),
          e);
    }
  }
}
