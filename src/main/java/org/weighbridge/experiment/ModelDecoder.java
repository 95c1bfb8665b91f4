package org.weighbridge.experiment;

import java.nio.file.Path;
import org.weighbridge.container.WbzReader;
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
   * @throws Fault when the file is missing, damaged or of another kind
   */
  public static Network decode(Path file, Progress progress) {
    return WbzFiles.network(WbzReader.read(file), progress);
  }
}
