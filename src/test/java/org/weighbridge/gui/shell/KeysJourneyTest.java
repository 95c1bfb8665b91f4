package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.gui.mask.MaskView;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.network.LayerId;

/** Palette, shortcuts, locks, and Esc, which ends one thing at a time. */
class KeysJourneyTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir static Path folder;
  static TinyExample example;

  @BeforeAll
  static void make() {
    example = TinyExample.in(folder);
  }

  @Test
  void whatIsTypedIntoThePaletteIsDone() {
    try (var window = new TestWindow()) {
      window.keys(KeyCode.CONTROL, KeyCode.K);
      window.robot.write("dark theme");
      Stages.pulses(2);
      window.robot.type(KeyCode.ENTER);
      Stages.pulses(2);
      assertTrue(window.chosen("theme-dark"));
      assertNull(window.node("#palette-typed"), "it is closed");

      window.keys(KeyCode.CONTROL, KeyCode.K);
      window.robot.write("evaluate").type(KeyCode.ENTER);
      window.await("why not", window::hasNotice);
      assertTrue(window.text("#notice-sentence").contains("no model"));

      window.robot.type(KeyCode.F1);
      window.await("the page", () -> window.scene().lookup("#shortcuts") != null);
      window.robot.type(KeyCode.ESCAPE);
      window.await("closed", () -> window.scene().lookup("#shortcuts") == null);
    }
  }

  @Test
  void lockAndGiveBack() {
    try (var window = new TestWindow()) {
      window.open(example.model(), example.data());
      window.awaitMeasured();
      var before = window.workbench().history().get();
      window.robot.clickOn("#lock-0");
      Stages.pulses(2);
      assertTrue(window.workbench().bounds().locked(FC1));
      assertTrue(window.chosen("lock"));
      assertEquals("lossless", ((TextField) window.node("#bound-0")).getText());
      assertTrue(window.node("#slider-0").isDisabled());
      window.awaitMeasured();
      window.keys(KeyCode.ALT, KeyCode.L);
      assertEquals(before, window.workbench().history().get());
      assertFalse(window.node("#slider-0").isDisabled());
    }
  }

  @Test
  void escapeEndsOneThingAtATime() {
    try (var window = new TestWindow()) {
      window.open(example.model(), example.data());
      window.awaitMeasured();
      brush(window);
      window.await("the histogram of a region", () -> histogramSaysRegion(window));
      var grid = window.node(".chart-grid");
      var picture = window.robot.point(grid.lookup(".plot"));
      window.robot.clickOn(picture);
      window.keys(KeyCode.ALT, KeyCode.ENTER);
      assertFalse(grid.isVisible(), "a chart has all of the room");
      window.robot.clickOn(window.run(0));
      window.keys(KeyCode.CONTROL, KeyCode.K);
      assertNotNull(window.node("#palette-typed"));

      window.robot.type(KeyCode.ESCAPE);
      Stages.pulses(2);
      assertNull(window.node("#palette-typed"), "the palette first");
      assertFalse(grid.isVisible());
      window.robot.type(KeyCode.ESCAPE);
      Stages.pulses(2);
      assertTrue(grid.isVisible(), "then the chart");
      assertNotNull(window.workbench().region().get());
      window.robot.type(KeyCode.ESCAPE);
      Stages.pulses(2);
      assertNull(window.workbench().region().get(), "then the region");
      window.await("the histogram of the layer", () -> !histogramSaysRegion(window));
    }
  }

  private static void brush(TestWindow window) {
    var mask = (MaskView) window.node(".mask-view");
    window.await("the mask", () -> mask.readyProperty().get());
    Bounds area =
        Stages.onFx(() -> mask.getCenter().localToScreen(mask.getCenter().getBoundsInLocal()));
    window.robot.press(KeyCode.SHIFT);
    window
        .robot
        .drag(area.getMinX() + area.getWidth() / 4, area.getCenterY())
        .dropTo(area.getCenterX(), area.getCenterY() + 12);
    window.robot.release(KeyCode.SHIFT);
    window.await("a region", () -> window.workbench().region().get() != null);
  }

  private static boolean histogramSaysRegion(TestWindow window) {
    Node card = window.scene().lookup("#weights-all");
    while (card != null && !card.getStyleClass().contains("card")) {
      card = card.getParent();
    }
    return ((Labeled) assertCard(card).lookup(".card-subtitle")).getText().contains(" in rows ");
  }

  private static Node assertCard(Node card) {
    assertNotNull(card, "the histogram's card");
    return card;
  }
}
