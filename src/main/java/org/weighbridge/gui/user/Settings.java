package org.weighbridge.gui.user;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.weighbridge.gui.theme.Theme;

/** What the user has set for every session, kept in a file of lines {@code key=value}. */
public final class Settings {
  private static final String FILE = "settings";
  private static final String THEME = "theme=";

  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);

  /**
   * The settings as they were left.
   *
   * @param writing writes files, off the window's thread
   */
  public Settings(UserFiles files, Executor writing) {
    files.lines(FILE).stream()
        .filter(line -> line.startsWith(THEME))
        .map(line -> line.substring(THEME.length()))
        .forEach(this::theme);
    theme.addListener(
        (o, before, now) -> writing.execute(() -> files.write(FILE, List.of(THEME + now.name()))));
  }

  /** Light, dark, or as the desktop is. */
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /** What another version wrote is left aside. */
  private void theme(String name) {
    for (Theme known : Theme.values()) {
      if (known.name().equals(name)) {
        theme.set(known);
      }
    }
  }
}
