package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Shape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.gui.chart.ParetoChart;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.workbench.Runs;

/** What was tried is compared, restored, deleted and found again in a chart. */
class RunsJourneyTest {
  @TempDir static Path folder;
  static TinyExample example;

  @BeforeAll
  static void make() {
    example = TinyExample.in(folder);
  }

  @Test
  void pinCompareRestoreDeleteUndo() {
    try (var window = new TestWindow()) {
      Runs runs = first(window);
      var opened = window.workbench().history().get();
      window.robot.clickOn(window.run(0)).type(KeyCode.P);
      window.await("pinned", () -> runs.pinned().get() != null);
      window.await("side by side", () -> pictures(window) == 2);

      window.type("#bound-0", "2e-2");
      window.await("a second run", () -> runs.all().size() == 2);
      window.awaitMeasured();
      String ratio = window.text("#number-ratio .detail");
      assertTrue(ratio.endsWith("vs run 1"), ratio);
      assertTrue(ratio.startsWith("+"), "a larger bound, a larger ratio: " + ratio);
      window.robot.clickOn("#mask-compare");
      window.await("alone", () -> pictures(window) == 1);

      var second = window.workbench().history().get();
      window.robot.clickOn(window.run(1)).type(KeyCode.ENTER);
      Stages.pulses(1);
      assertEquals(opened, window.workbench().history().get(), "restored");
      window.awaitMeasured();
      assertEquals(2, runs.all().size(), "what is known is no new run");

      window.robot.clickOn(window.run(0)).type(KeyCode.DELETE);
      window.await("deleted", () -> runs.all().size() == 1);
      assertEquals("Deleted run 2.", window.text("#notice-sentence"));
      window.robot.clickOn("#notice-offer");
      window.await("back again", () -> runs.all().size() == 2);
      assertEquals(second, runs.all().getLast().configuration());
      assertFalse(window.hasNotice());
    }
  }

  @Test
  void aPointOfLossAgainstRatioLoadsItsChoices() {
    try (var window = new TestWindow()) {
      Runs runs = first(window);
      var opened = window.workbench().history().get();
      var codecs = Codecs.bounded().stream().map(LayerCodec::id).toList();
      int colour = codecs.indexOf(opened.coding().codec());
      String other = codecs.get((colour + 1) % codecs.size());
      window.robot.clickOn("#coder-" + other);
      window.await("a second run", () -> runs.all().size() == 2);
      window.awaitMeasured();
      assertNotEquals(opened, window.workbench().history().get());

      window.robot.clickOn(measured(window, "series-" + (colour + 1)));
      Stages.pulses(1);
      assertEquals(opened, window.workbench().history().get());
    }
  }

  private static Runs first(TestWindow window) {
    window.open(example.model(), example.data());
    window.awaitMeasured();
    Runs runs = window.workbench().runs();
    window.await("the first run", () -> runs.all().size() == 1);
    return runs;
  }

  private static long pictures(TestWindow window) {
    return window.scene().lookup(".mask-view").lookupAll(".mask-frame").stream()
        .filter(Node::isVisible)
        .count();
  }

  /** The one marker of what was measured with a coder. */
  private static Node measured(TestWindow window, String series) {
    return window
        .robot
        .lookup(
            (Node node) ->
                node instanceof Shape
                    && node.getStyleClass().contains("curve-markers")
                    && node.getStyleClass().contains(series)
                    && !node.getStyleClass().contains("hollow")
                    && !node.getBoundsInLocal().isEmpty()
                    && inParetoChart(node))
        .query();
  }

  private static boolean inParetoChart(Node node) {
    Node at = node;
    while (at != null && !(at instanceof ParetoChart)) {
      at = at.getParent();
    }
    return at != null;
  }
}
