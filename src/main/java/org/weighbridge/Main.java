package org.weighbridge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.weighbridge.benchmark.window.WindowUnderTest;
import org.weighbridge.cli.CommandLineFace;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.WindowLauncher;
import org.weighbridge.gui.bench.BenchedWindow;

/**
 * Starts the window when there are no arguments and the command line otherwise.
 *
 * <p>It must not extend {@code javafx.application.Application}: the JVM would then ask for JavaFX
 * before anything else, and the command line does without it. For the same reason the window's
 * classes are named in one method only, which the JVM links when it is called.
 */
public final class Main {
  /** Kept here, because loggers that nobody holds lose their filters. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Main() {}

  /** The program. Ends the JVM with the exit code of the verb. */
  public static void main(String[] args) {
    System.exit(CommandLineFace.run(args, Main::openWindow, Main::benchedWindow));
  }

  private static void openWindow(Optional<Path> model, Optional<String> data) {
    requireDisplay();
    var arguments = new ArrayList<String>();
    model.ifPresent(file -> arguments.add(file.toString()));
    data.ifPresent(where -> arguments.addAll(List.of("--data", where)));
    ignoreClassPathWarning();
    WindowLauncher.launch(arguments);
  }

  private static WindowUnderTest benchedWindow() {
    ignoreClassPathWarning();
    return BenchedWindow.open();
  }

  /** JavaFX warns of the class path, which is chosen: docs/decisions/0041. */
  private static void ignoreClassPathWarning() {
    JAVAFX.setFilter(line -> !line.getMessage().startsWith("Unsupported JavaFX configuration"));
  }

  /** JavaFX itself would answer with a stack trace. */
  private static void requireDisplay() {
    boolean unix =
        !System.getProperty("os.name").startsWith("Windows")
            && !System.getProperty("os.name").startsWith("Mac");
    if (unix
        && System.getProperty("glass.platform") == null
        && System.getenv("DISPLAY") == null
        && System.getenv("WAYLAND_DISPLAY") == null) {
      throw new Fault(
          "There is no display for the window (neither DISPLAY nor WAYLAND_DISPLAY is set); on the"
              + " command line there are "
              + String.join(", ", CommandLineFace.headlessVerbs())
              + ": see weighbridge --help.");
    }
  }
}
