package org.weighbridge;

import java.util.concurrent.locks.LockSupport;
import org.weighbridge.cli.CommandLineFace;

/**
 * Starts the window when there are no arguments and the command line otherwise.
 *
 * <p>It must not extend {@code javafx.application.Application}: the JVM would then ask for JavaFX
 * before anything else, and the command line does without it. For the same reason the window's
 * classes are named in one method only, which the JVM links when it is called.
 */
public final class Main {
  /** Threads left at work take memory, and the JVM's time, from what is done at its end. */
  private static final long PATIENCE_MILLIS = 5_000;

  private Main() {}

  /** The program. Ends the JVM with the exit code of the verb. */
  public static void main(String[] args) {
    int code = CommandLineFace.run(args, new JavaFxWindows());
    if (code == 1) {
      endForCertain();
    }
    System.exit(code);
  }

  /** Ends the JVM hard where its way out takes too long, as it does without memory. */
  private static void endForCertain() {
    try {
      Thread.ofPlatform()
          .daemon()
          .name("end")
          .start(
              () -> {
                LockSupport.parkNanos(PATIENCE_MILLIS * 1_000_000);
                Runtime.getRuntime().halt(1);
              });
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(1);
    }
  }
}
