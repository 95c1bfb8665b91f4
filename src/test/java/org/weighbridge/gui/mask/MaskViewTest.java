package org.weighbridge.gui.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.theme.Theme;
import org.weighbridge.tensor.Tensor;

class MaskViewTest {
  private final FxRobot robot = new FxRobot();
  private MaskView view;
  private Stage stage;

  @BeforeEach
  void show() {
    view = Stages.onFx(MaskView::new);
    stage = Stages.show(view, Theme.LIGHT, 320, 380);
  }

  @AfterEach
  void hide() {
    Stages.hide(stage);
  }

  @Test
  void showsALayerAndSaysSo() throws Exception {
    assertFalse(view.readyProperty().get());
    open(DensityPyramidTest.sparse(0.1, 300, 784), "fc1.weight");
    BufferedImage mask = Stages.picture(stage);
    Stages.keep(mask, "mask");
    assertTrue(view.getAccessibleText().contains("fc1.weight, 300 × 784"));
    Stages.run(() -> view.setMode(MaskMode.WEIGHTS));
    await();
    BufferedImage weights = Stages.picture(stage);
    Stages.keep(weights, "weights");
    assertNotEquals(mask.getRGB(160, 100), weights.getRGB(160, 100));
    Stages.run(view::clear);
    assertEquals("Sparsity mask: no layer", view.getAccessibleText());
  }

  @Test
  void theLastLayerWinsWhenTheyFollowQuickly() {
    Tensor large = DensityPyramidTest.sparse(0.1, 2000, 2000);
    Tensor small = DensityPyramidTest.sparse(0.5, 10, 20);
    Stages.run(
        () -> {
          view.show(MaskSource.of(large, "large"), null);
          view.show(MaskSource.of(small, "small"), null);
        });
    await();
    assertTrue(view.getAccessibleText().contains("small, 10 × 20"), view.getAccessibleText());
  }

  @Test
  void wheelAndKeysZoomToTheExactWeight() {
    Tensor tensor = DensityPyramidTest.sparse(1, 500, 8, 10, 10);
    open(tensor, "conv");
    Bounds area =
        Stages.onFx(
            () -> {
              var canvas = view.getCenter();
              return canvas.localToScreen(canvas.getBoundsInLocal());
            });
    robot.moveTo(area.getCenterX(), area.getCenterY());
    Stages.pulses(1);
    assertTrue(tip().getText().contains("kept (100.0 %)"), tip().getText());
    Stages.run(view::requestFocus);
    robot.type(KeyCode.ADD, 8);
    robot.moveBy(3, 0);
    Stages.pulses(2);
    assertTrue(view.lookup(".mini-map").isVisible());
    String[] lines = tip().getText().split("\n", -1);
    assertEquals(3, lines.length, tip().getText());
    String[] place = lines[0].replace("row ", "").replace("column ", "").split(", ", -1);
    int row = Integer.parseInt(place[0]);
    int column = Integer.parseInt(place[1]);
    assertEquals(tensor.values()[row * 800 + column], Float.parseFloat(lines[2]));
    assertEquals(
        "[%d, %d, %d, %d]".formatted(row, column / 100, column / 10 % 10, column % 10), lines[1]);
    robot.doubleClickOn(area.getCenterX(), area.getCenterY());
    Stages.pulses(2);
    assertFalse(view.lookup(".mini-map").isVisible(), "the whole layer again");
  }

  @Test
  void twoCodingsAreSeenWithTheSameZoom() throws Exception {
    Tensor original = DensityPyramidTest.sparse(0.4, 60, 80);
    var current = source(original, 0.02f, "current");
    var pinned = source(original, 0.2f, "run 1");
    Stages.run(
        () -> {
          view.setMode(MaskMode.ERROR);
          view.show(current, pinned);
        });
    await();
    Stages.keep(Stages.picture(stage), "compare");
    String seen = view.getAccessibleText();
    assertTrue(seen.contains("rows 0 to 59, columns 0 to 79"), seen);
    Stages.run(view::requestFocus);
    robot.type(KeyCode.ADD, 3);
    await();
    assertNotEquals(seen, view.getAccessibleText());
    for (var picture : view.lookupAll(".mini-map")) {
      assertTrue(picture.isVisible(), "both are zoomed");
    }
    robot.type(KeyCode.ENTER);
    assertTrue(tip().getText().contains("decoded"), tip().getText());
    assertTrue(tip().getText().contains("of ε)"), tip().getText());
  }

  @Test
  void saysSoWhileNothingIsDecodedYet() {
    Tensor original = DensityPyramidTest.sparse(0.4, 60, 80);
    open(original, "fc");
    Stages.run(() -> view.setMode(MaskMode.BINS));
    Stages.pulses(1);
    assertTrue(view.getAccessibleText().contains("decoding"), view.getAccessibleText());
    assertFalse(view.readyProperty().get());
    Stages.run(() -> view.show(source(original, 0.02f, ""), null));
    await();
    assertTrue(view.getAccessibleText().contains("decoded values"), view.getAccessibleText());
  }

  @Test
  void brushesARegionByMouseAndByKeyAndEndsIt() {
    var brushed = new AtomicReference<Block>();
    Stages.run(() -> view.setOnBrush(brushed::set));
    open(DensityPyramidTest.sparse(0.4, 60, 80), "fc");
    Bounds area =
        Stages.onFx(
            () -> {
              var canvas = view.getCenter();
              return canvas.localToScreen(canvas.getBoundsInLocal());
            });
    robot.press(KeyCode.SHIFT);
    robot.drag(area.getMinX() + 1, area.getMinY() + 1).dropTo(area.getCenterX(), area.getMaxY());
    robot.release(KeyCode.SHIFT);
    Stages.pulses(2);
    var block = brushed.get();
    assertEquals(0, block.firstRow());
    assertEquals(0, block.firstColumn());
    assertTrue(block.lastColumn() >= 37 && block.lastColumn() <= 42, block.toString());
    assertTrue(view.lookup(".mask-region").isVisible());
    robot.type(KeyCode.R);
    assertEquals(new Block(0, 59, 0, 79), brushed.get(), "what is seen");
    robot.clickOn(area.getCenterX(), area.getCenterY());
    Stages.pulses(2);
    assertNull(brushed.get());
    assertFalse(view.lookup(".mask-region").isVisible());
  }

  private static MaskSource source(Tensor original, float step, String caption) {
    float[] decoded = original.values().clone();
    for (int i = 0; i < decoded.length; i++) {
      decoded[i] = Math.round(decoded[i] / step) * step;
    }
    return new MaskSource(
        "fc", caption, original, new Tensor(original.shape(), decoded), step / 2, false);
  }

  private Label tip() {
    return (Label) view.lookup(".mask-tip");
  }

  private void open(Tensor tensor, String name) {
    Stages.run(() -> view.show(MaskSource.of(tensor, name), null));
    await();
  }

  private void await() {
    Stages.until("mask shown", () -> view.painted());
    Stages.pulses(2);
  }
}
