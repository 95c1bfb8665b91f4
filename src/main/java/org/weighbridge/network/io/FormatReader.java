package org.weighbridge.network.io;

import java.nio.file.Path;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;

/** Reads one model format. */
interface FormatReader {
  /** Whether a file with this content is worth reading as this format; its name says nothing. */
  boolean matches(byte[] content);

  /**
   * The network in a file.
   *
   * @param file where the content comes from; files that it refers to lie beside it
   * @param content the file's bytes, which the network may keep: nobody may change them
   * @param progress asked whether the network is still wanted
   * @throws org.weighbridge.fault.Fault when the content is damaged or cannot be used
   */
  Network read(Path file, byte[] content, Progress progress);
}
