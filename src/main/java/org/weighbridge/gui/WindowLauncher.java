package org.weighbridge.gui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.shell.Screenshot;
import org.weighbridge.gui.shell.WeighbridgeApplication;
import org.weighbridge.gui.theme.Theme;

/** Opens the window. */
public final class WindowLauncher {
  private WindowLauncher() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param arguments a model file, if one is to be open; {@code --data} and where the data set is,
   *     of the bundled sample when there is no model
   * @throws Fault when there is no display
   */
  public static void launch(List<String> arguments) {
    try {
      Application.launch(WeighbridgeApplication.class, parameters(arguments));
    } catch (UnsupportedOperationException e) {
      throw new Fault(
          "The display cannot be opened; on the command line, weighbridge --help lists what works"
              + " without one.",
          e);
    }
  }

  /**
   * Writes a picture of the window with a model in it, without a display.
   *
   * @param arguments as for {@link #launch}, and {@code --dark}; the bundled sample without a model
   * @throws Fault when the model cannot be read or the picture not be written
   */
  public static void screenshot(
      Path png, int width, int height, double scale, List<String> arguments) {
    var words = List.of(parameters(arguments));
    var model = words.stream().filter(word -> !word.startsWith("--")).findFirst();
    var data = words.stream().filter(word -> word.startsWith("--data=")).findFirst();
    new Screenshot(
            model.map(Path::of),
            data.map(word -> word.substring("--data=".length())),
            words.contains("--dark") ? Theme.DARK : Theme.LIGHT,
            width,
            height,
            scale)
        .take(png, desk -> {});
  }

  /** JavaFX wants the value of an option in the same word. */
  private static String[] parameters(List<String> arguments) {
    var words = new ArrayList<String>();
    for (int i = 0; i < arguments.size(); i++) {
      boolean data = arguments.get(i).equals("--data") && i + 1 < arguments.size();
      words.add(data ? "--data=" + arguments.get(++i) : arguments.get(i));
    }
    return words.toArray(String[]::new);
  }
}
