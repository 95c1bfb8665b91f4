package org.weighbridge.network.io;

import java.nio.file.Path;
import org.weighbridge.fault.Fault;

/**
 * Where a model comes from, for the sentences about what is wrong with it.
 *
 * @param where the file, or what else the user knows the model by
 * @param title the network's name: the file name without its ending
 */
record Source(String where, String title) {
  static Source of(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return new Source(file.toString(), dot > 0 ? name.substring(0, dot) : name);
  }

  /** A refusal; {@code reason} says what is wrong and what to do, without a full stop. */
  Fault refused(String reason) {
    return new Fault("Cannot read " + where + ": " + reason + ".");
  }

  Fault refused(String reason, Throwable cause) {
    return new Fault("Cannot read " + where + ": " + reason + ".", cause);
  }
}
