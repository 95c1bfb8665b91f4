package org.weighbridge.gui.shell;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.weighbridge.experiment.session.LoggedNetwork;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.user.UserFiles;
import org.weighbridge.gui.workbench.Workbench;

/**
 * The whole window on the headless platform, used by mouse and keyboard; files are chosen before.
 */
final class TestWindow implements AutoCloseable {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  final FxRobot robot = new FxRobot();
  final Queue<Path> answers = new ArrayDeque<>();

  /** What was opened in the desktop's own program. */
  final List<Path> shown = new ArrayList<>();

  private final Stage stage;
  private final Desk desk;

  /** A window that keeps nothing. */
  TestWindow() {
    this(UserFiles.none());
  }

  /** A window that keeps settings and unsaved sessions there. */
  TestWindow(UserFiles user) {
    stage = Stages.onFx(Stage::new);
    desk = Stages.onFx(() -> new Desk(Platform::runLater, new Answers(), user, () -> {}));
    Stages.run(
        () -> {
          desk.furnish();
          desk.actions().get("theme-light").run().run();
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
        fail(
            "still waiting: "
                + what
                + "; status: "
                + text("#status-text")
                + "; notice: "
                + notice());
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

  Scene scene() {
    return desk.scene();
  }

  /** Whether what an action stands for is chosen. */
  boolean chosen(String action) {
    return Stages.onFx(() -> requireNonNull(desk.actions().get(action).on()).get());
  }

  /** Drops files from outside on the middle of the window. */
  void drop(Path... files) {
    Stages.run(() -> TestDrop.on(desk.scene(), List.of(files)));
    Stages.pulses(2);
  }

  /** A key with others held down, first to last. */
  void keys(KeyCode... keys) {
    robot.press(keys);
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.release(keys[i]);
    }
    Stages.pulses(2);
  }

  /** Clicks on a layer in the table of layers; runs have columns of that name. */
  void select(String layer) {
    Node name =
        node(".layer-table").lookupAll(".label").stream()
            .filter(label -> ((Labeled) label).getText().equals(layer))
            .filter(Node::isVisible)
            .findFirst()
            .orElseThrow();
    robot.clickOn(name);
  }

  /** The row of the table of runs, from the top. */
  Node run(int row) {
    return robot
        .from(node("#runs"))
        .lookup(".table-row-cell")
        .match(at -> at instanceof TableRow<?> one && one.getIndex() == row)
        .query();
  }

  /** Types a number in place of what a field has. */
  void type(String field, String number) {
    robot.clickOn(field);
    keys(KeyCode.CONTROL, KeyCode.A);
    robot.write(number).type(KeyCode.ENTER);
    Stages.pulses(2);
  }

  /** What the notice says; empty without one. */
  String notice() {
    var notice = desk.notices().current().get();
    return notice == null ? "" : notice.sentence();
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
    robot.interact(
        () -> {
          desk.close();
          stage.hide();
        });
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
    public Optional<Path> findData(String was) {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<LoggedNetwork> choose(List<LoggedNetwork> networks) {
      return Optional.of(networks.getFirst());
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

    @Override
    public void show(Path file) {
      shown.add(file);
    }
  }
}
