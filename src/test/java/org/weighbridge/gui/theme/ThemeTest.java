package org.weighbridge.gui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.figure.Palette;

class ThemeTest {
  @Test
  void changesTheColoursOfASceneAndKeepsItsOtherStylesheets() {
    var label = Stages.onFx(() -> new Label("text"));
    var card = Stages.onFx(() -> new VBox(label));
    card.getStyleClass().add("card");
    Stage stage = Stages.show(card, Theme.LIGHT, 200, 100);
    Scene scene = stage.getScene();
    Stages.run(() -> scene.getStylesheets().add("data:text/css,.mine{}"));
    Color onLight = (Color) label.getTextFill();
    Stages.run(() -> Theme.DARK.apply(scene));
    Stages.pulses(2);
    Color onDark = (Color) label.getTextFill();
    assertTrue(onLight.getBrightness() < 0.3, onLight.toString());
    assertTrue(onDark.getBrightness() > 0.7, onDark.toString());
    assertTrue(scene.getStylesheets().contains("data:text/css,.mine{}"));
    assertEquals(3, scene.getStylesheets().size(), scene.getStylesheets().toString());
    assertEquals(Theme.DARK, Theme.of(scene));
    Stages.hide(stage);
  }

  @Test
  void systemIsLightOrDark() {
    assertTrue(Theme.DARK.dark());
    assertFalse(Theme.LIGHT.dark());
    var scene = Stages.onFx(() -> new Scene(new Region()));
    Stages.run(() -> Theme.SYSTEM.apply(scene));
    assertEquals(2, scene.getStylesheets().size());
  }

  @Test
  void drawsInItsOwnTypeface() {
    var label = Stages.onFx(() -> new Label("1"));
    Stage stage = Stages.show(Stages.onFx(() -> new VBox(label)), Theme.LIGHT, 100, 50);
    assertEquals("DejaVu Sans", label.getFont().getFamily());
    Stages.hide(stage);
  }

  @ParameterizedTest
  @EnumSource
  void iconsStayOnTheirGrid(Icons icon) {
    var bounds =
        Stages.onFx(
            () -> {
              var shape = new javafx.scene.shape.SVGPath();
              shape.setContent(icon.path());
              shape.setStroke(null);
              return shape.getBoundsInLocal();
            });
    assertTrue(bounds.getWidth() > 4 || bounds.getHeight() > 4, icon + " is too small");
    assertTrue(
        bounds.getMinX() >= 0.9
            && bounds.getMinY() >= 0.9
            && bounds.getMaxX() <= 15.1
            && bounds.getMaxY() <= 15.1,
        icon + " " + bounds);
    Node node = Stages.onFx(icon::node);
    assertEquals(16, ((Region) node).getPrefWidth());
  }

  @Test
  void seriesOfTheLightLookAreThoseOfTheFigures() throws IOException {
    String css = sheet("light.css");
    var colours = new ArrayList<String>();
    for (int i = 1; i <= Palette.SERIES.size(); i++) {
      colours.add(colour(css, "-wb-series-" + i));
    }
    assertEquals(Palette.SERIES.stream().map(Palette::web).toList(), colours);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css"})
  void textOfStatesIsReadableOnCards(String name) throws IOException {
    String css = sheet(name);
    Color card = Color.web(colour(css, "-wb-card"));
    for (String text :
        List.of("-wb-predicted", "-wb-over", "-wb-holds", "-color-fg-muted", "-color-accent-fg")) {
      double contrast = contrast(Color.web(colour(css, text)), card);
      assertTrue(contrast >= 4.5, name + " " + text + " has contrast " + contrast);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css"})
  void seriesAreVisibleOnCards(String name) throws IOException {
    String css = sheet(name);
    Color card = Color.web(colour(css, "-wb-card"));
    for (int i = 1; i <= Palette.SERIES.size(); i++) {
      double contrast = contrast(Color.web(colour(css, "-wb-series-" + i)), card);
      assertTrue(contrast >= 2, name + " series " + i + " has contrast " + contrast);
    }
  }

  /** WCAG 2.2's contrast ratio, 1 to 21. */
  private static double contrast(Color a, Color b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static String colour(String css, String name) {
    var matcher = Pattern.compile(Pattern.quote(name) + ": (#[0-9a-fA-F]{6});").matcher(css);
    assertTrue(matcher.find(), name);
    return matcher.group(1);
  }

  private static String sheet(String name) throws IOException {
    try (var in = Objects.requireNonNull(Theme.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
