package org.weighbridge.gui.user;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;
import org.weighbridge.gui.theme.Theme;

/** What the user has set for every session, kept in a file of lines {@code key=value}. */
public final class Settings {
  private static final String FILE = "settings";
  private static final String THEME = "theme";
  private static final String FORMATS = "figure-formats";
  private static final String WIDTHS = "figure-widths";
  private static final String DPI = "figure-dpi";
  private static final String FOLDER = "figure-folder";

  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final ObjectProperty<PictureChoice> pictures =
      new SimpleObjectProperty<>(PictureChoice.USUAL);
  private final ObjectProperty<Optional<Path>> folder =
      new SimpleObjectProperty<>(Optional.empty());

  /**
   * The settings as they were left.
   *
   * @param writing writes files, off the window's thread
   */
  public Settings(UserFiles files, Executor writing) {
    files.lines(FILE).forEach(this::read);
    for (var property : List.of(theme, pictures, folder)) {
      property.addListener(
          change -> {
            var now = lines();
            writing.execute(() -> files.write(FILE, now));
          });
    }
  }

  /** Light, dark, or as the desktop is. */
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /** In which files figures were wanted last. */
  public ObjectProperty<PictureChoice> pictures() {
    return pictures;
  }

  /** Where figures were written last; empty before the first one. */
  public ObjectProperty<Optional<Path>> folder() {
    return folder;
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    var choice = pictures.get();
    lines.add(THEME + "=" + theme.get().name());
    lines.add(FORMATS + "=" + words(choice.formats()));
    lines.add(WIDTHS + "=" + words(choice.widths()));
    lines.add(DPI + "=" + choice.dpi());
    folder.get().ifPresent(path -> lines.add(FOLDER + "=" + path));
    return lines;
  }

  private static String words(Iterable<? extends Enum<?>> values) {
    var names = new ArrayList<String>();
    values.forEach(value -> names.add(value.name().toLowerCase(Locale.ROOT)));
    return String.join(",", names);
  }

  /** What another version wrote is left aside. */
  private void read(String line) {
    int sign = line.indexOf('=');
    if (sign < 0) {
      return;
    }
    String value = line.substring(sign + 1);
    var now = pictures.get();
    switch (line.substring(0, sign)) {
      case THEME -> known(Theme.class, value).forEach(theme::set);
      case FORMATS -> choose(known(PictureFormat.class, value), now.widths(), now.dpi());
      case WIDTHS ->
          choose(now.formats(), List.copyOf(known(FigureSize.Width.class, value)), now.dpi());
      case DPI ->
          PictureChoice.RESOLUTIONS.stream()
              .filter(dpi -> value.equals(dpi.toString()))
              .forEach(dpi -> choose(now.formats(), now.widths(), dpi));
      case FOLDER -> path(value, path -> folder.set(Optional.of(path)));
      default -> {}
    }
  }

  private void choose(Set<PictureFormat> formats, List<FigureSize.Width> widths, int dpi) {
    pictures.set(new PictureChoice(formats, widths, dpi));
  }

  private static <E extends Enum<E>> Set<E> known(Class<E> type, String words) {
    var named = new HashSet<>(List.of(words.toUpperCase(Locale.ROOT).split(",", -1)));
    return EnumSet.allOf(type).stream()
        .filter(value -> named.contains(value.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
  }

  private static void path(String text, Consumer<Path> use) {
    try {
      use.accept(Path.of(text));
    } catch (InvalidPathException e) {
      // written on another system
    }
  }
}
