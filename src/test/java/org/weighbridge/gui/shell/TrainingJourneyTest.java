package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.gui.mask.MaskView;
import org.weighbridge.gui.theme.Stages;

/** Prune, look, retrain, cancel, resume, keep, discard: by mouse in the whole window. */
class TrainingJourneyTest {
  @TempDir Path folder;

  @Test
  void pruneRetrainCancelResumeKeepDiscard() {
    var example = TinyExample.in(folder);
    try (var window = new TestWindow()) {
      window.open(example.model(), example.data());
      window.awaitMeasured();
      window.robot.clickOn("#side-training");
      window.robot.drag(window.node("#density-0 .thumb"), MouseButton.PRIMARY);
      window.robot.moveBy(-40, 0);
      window.await("masks while the drag is on", () -> !window.workbench().atHand());
      window.robot.moveBy(-30, 0);
      window.robot.drop();
      window.awaitMeasured();
      double density = 1 - window.workbench().subject().get().layers().getFirst().sparsity();
      assertTrue(density > 0.01 && density < 0.5, "density " + density);
      assertEquals(
          ((Slider) window.node("#density-0")).getValue(),
          ((Slider) window.node("#density-1")).getValue(),
          0.01,
          "layers are linked");
      var mask = (MaskView) window.node(".mask-view");
      window.await("the mask", () -> mask.readyProperty().get());
      assertTrue(window.text("#training-standings").contains("pruned "));

      type(window, "100000");
      window.robot.clickOn("#training-start");
      var retraining = window.workbench().retraining();
      window.await("three epochs", () -> retraining.course().get().epochs().size() >= 3);
      assertTrue(window.text("#training-text").startsWith("Epoch "));
      assertTrue(window.node("#density-0").isDisabled(), "while it trains");
      window.robot.clickOn("#training-cancel");
      window.await("the best so far", () -> retraining.result().get() != null);
      int epochs = Stages.onFx(() -> retraining.course().get().epochs().size());
      assertFalse(window.node("#training-keep").isDisabled());

      window.robot.clickOn("#training-resume");
      window.await("further epochs", () -> retraining.course().get().epochs().size() > epochs);
      window.robot.clickOn("#training-cancel");
      window.await("the best so far", () -> retraining.result().get() != null);
      window.robot.clickOn("#training-keep");
      window.await("kept", () -> window.workbench().subject().get().base().retrained());
      window.awaitMeasured();
      assertTrue(window.text("#training-standings").contains("retrained "));
      Path saved = folder.resolve("saved.onnx");
      window.answers.add(saved);
      window.robot.clickOn("#training-save");
      window.await("saved", () -> Files.exists(saved));

      var kept = window.workbench().subject().get();
      type(window, "1");
      window.robot.clickOn("#training-start");
      window.await("done", () -> retraining.result().get() != null);
      window.robot.clickOn("#training-discard");
      assertSame(kept, window.workbench().subject().get());
      window.await("idle", () -> window.workbench().jobs().running().isEmpty());
    }
  }

  private static void type(TestWindow window, String epochs) {
    var field = (TextField) window.node("#training-epochs");
    Stages.run(
        () -> {
          field.setText(epochs);
          field.getOnAction().handle(null);
        });
  }
}
