package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.theme.Theme;

/**
 * A picture of the window with a model in it, once all work on it is done; needs no display.
 *
 * @param model the model file, the bundled sample when empty
 * @param data the data set as users name it, the sidecar's when empty
 * @param theme light or dark
 * @param width of the window in pixels
 * @param height of the window in pixels
 * @param scale pixels of the picture per pixel of the window
 */
public record Screenshot(
    Optional<Path> model, Optional<String> data, Theme theme, int width, int height, double scale) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Long enough for a change to be followed by its measurement and by its drawing. */
  private static final Duration QUIET = Duration.ofMillis(700);

  /**
   * Opens the window out of sight, lets {@code then} work on it, and writes the picture when
   * nothing is going on any more. Starts JavaFX on its platform for machines without a display
   * unless another has been chosen.
   *
   * @param then what to do when the model is open, on the toolkit's thread
   * @throws Fault when the picture cannot be written or the work never ends
   */
  public void take(Path png, Consumer<Desk> then) {
    var finished = new CompletableFuture<Desk>();
    Toolkit.run(() -> open(png, then, finished));
    try {
      finished.get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
    } catch (TimeoutException e) {
      throw new Fault("The window was still busy after " + PATIENCE.toMinutes() + " minutes.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void open(Path png, Consumer<Desk> then, CompletableFuture<Desk> finished) {
    var stage = new Stage();
    var desk = new Desk(Platform::runLater, new NoDialogs(), theme, stage::close);
    // the stage stays small: the platform's screen is; charts draw wherever they are in a stage
    var window = desk.scene().getRoot();
    desk.scene().setRoot(new Pane(window));
    window.setManaged(false);
    window.resize(width, height);
    stage.setWidth(640);
    stage.setHeight(480);
    stage.setScene(desk.scene());
    stage.show();
    desk.open(model, data);
    Runnable draw =
        () -> {
          Picture.write(window, scale, png);
          stage.close();
          finished.complete(desk);
        };
    whenQuiet(
        desk,
        finished,
        () -> {
          then.accept(desk);
          whenQuiet(desk, finished, draw);
        });
  }

  private static void whenQuiet(Desk desk, CompletableFuture<Desk> finished, Runnable task) {
    new AnimationTimer() {
      private long busyAt = System.nanoTime();

      @Override
      public void handle(long now) {
        if (!desk.workbench().jobs().running().isEmpty()) {
          busyAt = System.nanoTime();
        } else if (System.nanoTime() - busyAt > QUIET.toNanos()) {
          stop();
          try {
            task.run();
          } catch (RuntimeException e) {
            finished.completeExceptionally(e);
          }
        }
      }
    }.start();
  }
}
