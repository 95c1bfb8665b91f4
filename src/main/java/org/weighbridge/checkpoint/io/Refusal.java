package org.weighbridge.checkpoint.io;

import java.io.IOException;
import java.nio.file.Path;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;

/** The sentences about what is wrong with a file. */
final class Refusal {
  private Refusal() {}

  /** A refusal; {@code reason} says what is wrong and what to do, without a full stop. */
  static Fault of(Path file, String reason) {
    return new Fault("Cannot read " + file + ": " + reason + ".");
  }

  static Fault of(Path file, String reason, Throwable cause) {
    return new Fault("Cannot read " + file + ": " + reason + ".", cause);
  }

  static Fault of(Path file, IOException cause) {
    return of(file, AtomicFile.reason(cause), cause);
  }
}
