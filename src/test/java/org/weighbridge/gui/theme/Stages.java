package org.weighbridge.gui.theme;

import java.awt.image.BufferedImage;
import java.io.File;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Shows parts of the window in tests: the toolkit, the FX thread, pulses, pictures. */
public final class Stages {
  private static boolean started;

  private Stages() {}

  /** Does something on the FX thread and waits for its end. */
  public static <T> T onFx(Callable<T> action) {
    start();
    var task = new FutureTask<>(action);
    Platform.runLater(task);
    try {
      return task.get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Does something on the FX thread and waits for its end. */
  public static void run(Runnable action) {
    onFx(
        () -> {
          action.run();
          return true;
        });
  }

  /** Shows the node in a stage of its own and waits until it is drawn. */
  public static Stage show(Parent root, Theme theme, double width, double height) {
    Stage stage =
        onFx(
            () -> {
              var scene = new Scene(root, width, height);
              theme.apply(scene);
              var window = new Stage();
              window.setScene(scene);
              window.show();
              return window;
            });
    pulses(3);
    return stage;
  }

  public static void hide(Stage stage) {
    run(stage::hide);
  }

  /** Waits until so many pulses have been drawn. */
  public static void pulses(int count) {
    var latch = new CountDownLatch(count);
    run(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                latch.countDown();
                if (latch.getCount() == 0) {
                  stop();
                }
                Platform.requestNextPulse();
              }
            }.start());
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("no pulse");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until something is so on the FX thread, however busy the machine is. */
  public static void until(String what, Callable<Boolean> so) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!onFx(so)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " within 30 s");
      }
      pulses(1);
    }
  }

  /** The stage's content as it is drawn now. */
  public static BufferedImage picture(Stage stage) {
    WritableImage image = onFx(() -> stage.getScene().snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    return picture;
  }

  /**
   * Writes the picture into the folder that the system property "pictures" names, if that is set.
   */
  public static void keep(BufferedImage picture, String name) throws java.io.IOException {
    String folder = System.getProperty("pictures");
    if (folder != null) {
      ImageIO.write(picture, "png", new File(folder, name + ".png"));
    }
  }

  private static synchronized void start() {
    if (!started) {
      started = true;
      Platform.startup(() -> {});
      Platform.setImplicitExit(false);
    }
  }
}
