package org.weighbridge.gui.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  private Settings settings() {
    return new Settings(new UserFiles(Optional.of(folder), Optional.empty()), Runnable::run);
  }
}
