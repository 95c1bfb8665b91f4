package org.weighbridge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.weighbridge.benchmark.window.WindowUnderTest;
import org.weighbridge.cli.CommandLineFace;
import org.weighbridge.cli.verb.PicturesWanted;
import org.weighbridge.cli.verb.Windows;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.WindowLauncher;
import org.weighbridge.gui.bench.BenchedWindow;
import org.weighbridge.gui.screenshot.Look;
import org.weighbridge.gui.screenshot.Screenshots;
import org.weighbridge.gui.theme.Theme;
import org.weighbridge.job.Progress;

/**
 * The window for the command line. The JVM links what a method names when it is called, so that
 * verbs do without JavaFX.
 */
final class JavaFxWindows implements Windows {
  /** Kept here, because loggers that nobody holds lose their filters. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  @Override
  public void open(Optional<Path> model, Optional<String> data) {
    requireDisplay(this);
    var arguments = new ArrayList<String>();
    model.ifPresent(file -> arguments.add(file.toString()));
    data.ifPresent(where -> arguments.addAll(List.of("--data", where)));
    ignoreClassPathWarning();
    WindowLauncher.launch(arguments);
  }

  @Override
  public WindowUnderTest bench() {
    ignoreClassPathWarning();
    return BenchedWindow.open();
  }

  @Override
  public List<String> states() {
    return Screenshots.states();
  }

  @Override
  public List<Path> pictures(PicturesWanted wanted, Progress progress) {
    ignoreClassPathWarning();
    return Screenshots.take(
        wanted.folder(),
        wanted.model(),
        wanted.data(),
        wanted.states(),
        look -> looking(wanted, look),
        progress);
  }

  private static Look looking(PicturesWanted wanted, Look look) {
    var sized = wanted.size().map(size -> look.withSize(size.width(), size.height())).orElse(look);
    var themed =
        wanted
            .theme()
            .map(theme -> sized.withTheme(theme.equals("dark") ? Theme.DARK : Theme.LIGHT))
            .orElse(sized);
    return wanted.scale().isPresent() ? themed.withScale(wanted.scale().getAsDouble()) : themed;
  }

  /** JavaFX warns of the class path, which is chosen: docs/decisions/0041. */
  private static void ignoreClassPathWarning() {
    JAVAFX.setFilter(line -> !line.getMessage().startsWith("Unsupported JavaFX configuration"));
  }

  /** JavaFX itself would answer with a stack trace. */
  private static void requireDisplay(Windows windows) {
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
              + String.join(", ", CommandLineFace.headlessVerbs(windows))
              + ": see weighbridge --help.");
    }
  }
}
