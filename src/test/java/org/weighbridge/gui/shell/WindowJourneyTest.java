package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.Parameter;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.io.NetworkFiles;

/** What a user does, by mouse and keyboard, in the whole window. */
class WindowJourneyTest {
  private static final LayerId FC2 = new LayerId("fc2.weight");
  @TempDir static Path folder;
  static TinyExample example;

  @BeforeAll
  static void make() {
    example = TinyExample.in(folder);
  }

  @Test
  void openSelectDragUndo() {
    try (var window = new TestWindow()) {
      window.open(example.model(), example.data());
      window.awaitMeasured();
      assertTrue(window.text("#measured-state").startsWith("up to date"));

      window.select("fc2");
      assertEquals(FC2, window.workbench().selected().get());

      var before = window.workbench().history().get();
      List<String> said = window.record("#number-ratio .detail");
      window.robot.drag(window.node("#slider-1 .thumb"), MouseButton.PRIMARY);
      window.robot.moveBy(30, 0);
      window.robot.moveBy(10, 0);
      window.robot.drop();
      assertTrue(window.workbench().history().get().place(FC2).orElseThrow() > 0.01);
      window.awaitMeasured();
      assertEquals("predicted", said.getFirst(), "the prediction comes at once");
      assertTrue(said.getLast().startsWith("whole file"), "the measurement follows");
      assertTrue(window.text("#measured-state").startsWith("up to date"));

      window.robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
      Stages.pulses(1);
      assertEquals(before, window.workbench().history().get(), "a whole drag is one step");
      assertTrue(window.text("#measured-state").startsWith("up to date"));
    }
  }

  @Test
  void chooseCodebookMoveToFourBitsUndo() {
    try (var window = new TestWindow()) {
      window.open(example.model(), example.data());
      window.awaitMeasured();
      var before = window.workbench().history().get();
      window.robot.clickOn("#coder-codebook");
      window.awaitMeasured();
      assertEquals("codebook", window.workbench().coding().codec());
      window.select("fc2");
      var slider = window.node("#slider-1");
      Stages.run(slider::requestFocus);
      window.robot.type(KeyCode.RIGHT);
      assertEquals(
          Parameter.bits(4), window.workbench().history().get().setting(FC2).orElseThrow());
      window.awaitMeasured();
      assertTrue(window.workbench().measuredAccuracy().isPresent());
      Stages.run(() -> window.workbench().history().undo());
      Stages.run(() -> window.workbench().history().undo());
      assertEquals(before, window.workbench().history().get());
    }
  }

  @Test
  void optimizeCancelThenAgainAndUse() {
    try (var window = new TestWindow()) {
      window.open(example.model(), example.data());
      window.awaitMeasured();
      Stages.run(() -> window.workbench().lossBudget().set(2));
      window.robot.clickOn("#optimizer-start");
      Stages.run(() -> window.workbench().cancelFront());
      window.await("cancelled", () -> window.workbench().jobs().running().isEmpty());

      window.robot.clickOn("#optimizer-start");
      window.await("a proposal", () -> window.workbench().optimizing().suggestion().get() != null);
      var suggestion = window.workbench().optimizing().suggestion().get();
      window.robot.clickOn("#optimizer-use");
      assertEquals(suggestion.configuration(), window.workbench().history().get());
      window.awaitMeasured();
    }
  }

  @Test
  void exportAndDecode() {
    try (var window = new TestWindow()) {
      window.open(example.model(), example.data());
      window.awaitMeasured();
      Path wbz = folder.resolve("journey.wbz");
      window.answers.add(wbz);
      window.robot.clickOn("#export");
      window.await("exported", window::hasNotice);
      assertTrue(window.text("#notice-sentence").startsWith("Wrote "));
      Path onnx = folder.resolve("journey.onnx");
      Stages.run(() -> window.workbench().exporting().decode(wbz, onnx));
      window.await("decoded", () -> Files.exists(onnx));
      assertEquals(2, NetworkFiles.read(onnx).layers().size());
    }
  }

  @Test
  void aDisabledButtonSaysWhy() {
    try (var window = new TestWindow()) {
      window.robot.clickOn("#export");
      assertEquals(
          List.of("Export model… (Ctrl+E)\nThere is no model yet: open one first."),
          window.tooltips());
      window.robot.clickOn("#assess");
      assertTrue(window.tooltips().getLast().contains("no model"), "" + window.tooltips());
      window.open(example.model(), example.data());
      window.awaitMeasured();
      assertFalse(window.node("#export").isDisabled());
      window.robot.moveTo("#undo").clickOn("#undo");
      assertTrue(window.tooltips().getLast().contains("changed"), "" + window.tooltips());
    }
  }

  @Test
  void aBrokenFileIsReportedInTheWindow() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.onnx"), "no model");
    try (var window = new TestWindow()) {
      window.answers.add(broken);
      window.robot.clickOn("#open");
      window.await("a notice", window::hasNotice);
      assertTrue(window.text("#notice-sentence").contains("broken.onnx"));
      assertEquals("no model", window.text("#number-ratio .detail"));
    }
  }
}
