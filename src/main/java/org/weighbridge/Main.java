package org.weighbridge;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.cli.CommandLineFace;
import org.weighbridge.fault.Fault;

/**
 * Starts the window when there are no arguments and the command line otherwise.
 *
 * <p>It must not extend {@code javafx.application.Application}: the JVM would then ask for JavaFX
 * before anything else, and the command line does without it.
 */
public final class Main {
  private Main() {}

  /** The program. Ends the JVM with the exit code of the verb. */
  public static void main(String[] args) {
    System.exit(CommandLineFace.run(args, Main::openWindow));
  }

  private static void openWindow(Optional<Path> model, Optional<String> data) {
    requireDisplay();
    var arguments = new ArrayList<String>();
    model.ifPresent(file -> arguments.add(file.toString()));
    data.ifPresent(where -> arguments.addAll(List.of("--data", where)));
    try {
      Class.forName("org.weighbridge.gui.WindowLauncher")
          .getMethod("launch", List.class)
          .invoke(null, arguments);
    } catch (ClassNotFoundException e) {
      throw new Fault("This build of Weighbridge has no window; see weighbridge --help.", e);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
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
