package org.weighbridge.gui.screenshot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.shell.Desk;
import org.weighbridge.gui.shell.MissingLibraries;
import org.weighbridge.gui.shell.NoDialogs;
import org.weighbridge.gui.shell.Toolkit;

/** A picture of the window in some state; needs no display. */
final class Screenshot {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What nobody works on for so long will not happen any more. */
  private static final long DEAD_NANOS = 20_000_000_000L;

  /** Layout and charts settle over some frames. */
  private static final int FRAMES = 3;

  private final Look look;
  private final Deque<Step> steps;
  private final CompletableFuture<Path> written = new CompletableFuture<>();

  Screenshot(Look look, Iterable<Step> steps) {
    this.look = look;
    this.steps = new ArrayDeque<>();
    steps.forEach(this.steps::add);
  }

  /**
   * Opens the window out of sight, takes the steps, and writes the picture after the last one.
   * Starts JavaFX on its platform for machines without a display unless another has been chosen.
   *
   * @throws Fault when the picture cannot be written or a step's moment never comes
   */
  void take(Path png) {
    Toolkit.run(() -> open(png));
    try {
      written.get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
    } catch (TimeoutException e) {
      throw new Fault("The window was still busy after " + PATIENCE.toMinutes() + " minutes.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void open(Path png) {
    try {
      show(png);
    } catch (RuntimeException | LinkageError e) {
      written.completeExceptionally(MissingLibraries.explain(e));
    }
  }

  private void show(Path png) {
    var stage = new Stage();
    var desk = new Desk(Platform::runLater, new NoDialogs(), look.theme(), stage::close);
    // the stage stays small: the platform's screen is; charts draw wherever they are in a stage
    var window = desk.scene().getRoot();
    desk.scene().setRoot(new Pane(window));
    window.setManaged(false);
    window.resize(look.width(), look.height());
    stage.setWidth(640);
    stage.setHeight(480);
    stage.setScene(desk.scene());
    stage.show();
    steps.add(
        Step.when(
            frames(),
            ready -> {
              Picture.write(window, look.scale(), png);
              stage.close();
              ready.close();
              written.complete(png);
            }));
    follow(desk);
  }

  private static Step.Moment frames() {
    int[] left = {FRAMES};
    return (desk, idle) -> left[0]-- <= 0;
  }

  private void follow(Desk desk) {
    new AnimationTimer() {
      private long busyAt = System.nanoTime();

      @Override
      public void handle(long now) {
        boolean busy = !desk.workbench().jobs().running().isEmpty();
        busyAt = busy ? System.nanoTime() : busyAt;
        var next = steps.getFirst();
        try {
          long idle = busy ? 0 : System.nanoTime() - busyAt;
          if (idle > DEAD_NANOS) {
            throw new Fault("The window never came to the state that was to be shown.");
          }
          if (next.moment().come(desk, idle)) {
            steps.removeFirst();
            busyAt = System.nanoTime();
            next.act().accept(desk);
          }
        } catch (RuntimeException e) {
          steps.clear();
          written.completeExceptionally(e);
        }
        if (steps.isEmpty()) {
          stop();
        }
      }
    }.start();
  }
}
