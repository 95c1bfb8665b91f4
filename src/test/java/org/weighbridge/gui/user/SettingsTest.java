package org.weighbridge.gui.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.weighbridge.figure.picture.FigureSize.Width.TWO_COLUMNS;
import static org.weighbridge.figure.picture.PictureFormat.PDF;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.gui.theme.Theme;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void theThemeIsRemembered() {
    assertEquals(Theme.SYSTEM, settings().theme().get());
    settings().theme().set(Theme.DARK);
    assertEquals(Theme.DARK, settings().theme().get());
  }

  @Test
  void whatAnotherVersionWroteIsLeftAside() throws IOException {
    Files.writeString(folder.resolve("settings"), "size=9\ntheme=SEPIA\n");
    assertEquals(Theme.SYSTEM, settings().theme().get());
  }

  @Test
  void howFiguresWereExportedIsRemembered() {
    assertEquals(PictureChoice.USUAL, settings().pictures().get());
    var choice = new PictureChoice(Set.of(PDF), List.of(TWO_COLUMNS), 600);
    var first = settings();
    first.pictures().set(choice);
    first.folder().set(Optional.of(folder));
    first.theme().set(Theme.DARK);
    assertEquals(choice, settings().pictures().get());
    assertEquals(Optional.of(folder), settings().folder().get());
    assertEquals(Theme.DARK, settings().theme().get());
  }

  private Settings settings() {
    return new Settings(new UserFiles(Optional.of(folder), Optional.empty()), Runnable::run);
  }
}
