package org.weighbridge.gui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.weighbridge.figure.Palette;

/**
 * A look for a scene: AtlantaFX's Primer, and on top of it what ChartFX and Weighbridge's own parts
 * need. Every scene wants it, those that are only drawn for an export included; popups take it from
 * the scene of their owner.
 */
public enum Theme {
  LIGHT,
  DARK,
  /** Light or dark as the desktop is, and following it when it changes. */
  SYSTEM;

  private static final Map<Scene, Theme> SCENES = new WeakHashMap<>();
  private static boolean following;

  /** Gives the scene this look, in place of an earlier one. Other stylesheets of it stay. */
  public void apply(Scene scene) {
    Fonts.load();
    follow();
    SCENES.put(scene, this);
    var sheets = new ArrayList<>(scene.getStylesheets());
    sheets.removeIf(sheet -> sheet.startsWith(folder()));
    sheets.add(0, resource("weighbridge.css"));
    sheets.add(1, resource(dark() ? "dark.css" : "light.css"));
    scene.setUserAgentStylesheet(
        dark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().setAll(sheets);
  }

  /** Whether it is dark now. */
  public boolean dark() {
    return this == DARK
        || (this == SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
  }

  /** The look of a scene; SYSTEM when it was given none. */
  public static Theme of(Scene scene) {
    return SCENES.getOrDefault(scene, SYSTEM);
  }

  private static void follow() {
    if (!following) {
      following = true;
      Platform.getPreferences()
          .colorSchemeProperty()
          .addListener(
              change ->
                  Map.copyOf(SCENES)
                      .forEach(
                          (scene, theme) -> {
                            if (theme == SYSTEM) {
                              theme.apply(scene);
                            }
                          }));
    }
  }

  private static String folder() {
    String sheet = resource("weighbridge.css");
    return sheet.substring(0, sheet.lastIndexOf('/') + 1);
  }

  private static String resource(String name) {
    URL url = Theme.class.getResource(name);
    return Objects.requireNonNull(url, name).toExternalForm();
  }

  /**
   * The typeface of the figures, so that pictures are the same on every machine; its digits have
   * one width.
   */
  private static final class Fonts {
    static {
      for (String name : new String[] {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"}) {
        try (InputStream font = Palette.class.getResourceAsStream("picture/" + name)) {
          Font.loadFont(font, 13);
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    }

    private Fonts() {}

    static void load() {}
  }
}
