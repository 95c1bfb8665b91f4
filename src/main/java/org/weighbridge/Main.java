package org.weighbridge;

import org.weighbridge.cli.CommandLineFace;

/**
 * Starts the window when there are no arguments and the command line otherwise.
 *
 * <p>It must not extend {@code javafx.application.Application}: the JVM would then ask for JavaFX
 * before anything else, and the command line does without it. For the same reason the window's
 * classes are named in one method only, which the JVM links when it is called.
 */
public final class Main {
  private Main() {}

  /** The program. Ends the JVM with the exit code of the verb. */
  public static void main(String[] args) {
    System.exit(CommandLineFace.run(args, new JavaFxWindows()));
  }
}
