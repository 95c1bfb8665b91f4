package org.weighbridge.gui;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.shell.MissingLibraries;
import org.weighbridge.gui.shell.WeighbridgeApplication;

/** Opens the window. */
public final class WindowLauncher {
  private WindowLauncher() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param arguments a model file, if one is to be open; {@code --data} and where the data set is,
   *     of the bundled sample when there is no model
   * @throws Fault when there is no display, or what the system must have to draw on it is missing
   */
  public static void launch(List<String> arguments) {
    try {
      Application.launch(WeighbridgeApplication.class, parameters(arguments));
    } catch (RuntimeException e) {
      throw MissingLibraries.explain(e);
    }
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
