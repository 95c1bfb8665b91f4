package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.theme.Theme;
import org.weighbridge.gui.workbench.Workbench;

/**
 * The whole window on the headless platform, used by mouse and keyboard; files are chosen before.
 */
final class TestWindow implements AutoCloseable {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  final FxRobot robot = new FxRobot();
  final Queue<Path> answers = new ArrayDeque<>();
  private final Stage stage;
  private final Desk desk;

  TestWindow() {
    stage = Stages.onFx(Stage::new);
    desk = Stages.onFx(() -> new Desk(Platform::runLater, new Answers(), Theme.LIGHT, () -> {}));
    Stages.run(
        () -> {
          stage.setScene(desk.scene());
          stage.setWidth(1300);
          stage.setHeight(900);
          stage.show();
        });
    Stages.pulses(2);
    robot.targetWindow(stage);
  }

  Workbench workbench() {
    return desk.workbench();
  }

  void open(Path model, Path data) {
    Stages.run(() -> desk.open(Optional.of(model), Optional.of(data.toString())));
  }

  /** Waits, looking from the window's thread. */
  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!Stages.onFx(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        fail("still waiting: " + what + "; status: " + text("#status-text"));
      }
      Stages.pulses(1);
    }
    Stages.pulses(2);
  }

  /** Waits until the current configuration is measured and nothing is going on. */
  void awaitMeasured() {
    await(
        "measured and idle",
        () -> workbench().upToDate() && workbench().jobs().running().isEmpty());
  }

  boolean hasNotice() {
    return desk.notices().current().get() != null;
  }

  Node node(String selector) {
    return Stages.onFx(() -> desk.scene().lookup(selector));
  }

  String text(String selector) {
    return Stages.onFx(() -> ((Label) desk.scene().lookup(selector)).getText());
  }

  /** What the tooltips on the screen say. */
  List<String> tooltips() {
    return Stages.onFx(
        () ->
            Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(tooltip -> ((Tooltip) tooltip).getText())
                .toList());
  }

  /** All that a label says from now on, as it says it. */
  List<String> record(String selector) {
    var said = new CopyOnWriteArrayList<String>();
    var label = (Label) node(selector);
    Stages.run(() -> label.textProperty().addListener((o, before, now) -> said.add(now)));
    return said;
  }

  @Override
  public void close() {
    robot.interact(stage::hide);
  }

  private final class Answers implements Dialogs {
    @Override
    public Optional<Path> openModel() {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> findModel(Path was) {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> openData() {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> save(String suggestion, String kind) {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> saveFolder(String title) {
      return Optional.ofNullable(answers.poll());
    }
  }
}
