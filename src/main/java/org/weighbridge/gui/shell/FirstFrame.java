package org.weighbridge.gui.shell;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Runs a task when a window that was just shown has been drawn. */
final class FirstFrame extends AnimationTimer {
  private final Runnable task;
  private int frames;

  private FirstFrame(Runnable task) {
    this.task = task;
  }

  /** The task runs on the toolkit's thread, once. */
  static void then(Runnable task) {
    new FirstFrame(task).start();
  }

  /** Called before a frame is made: the one before it is out. */
  @Override
  public void handle(long now) {
    if (++frames == 2) {
      stop();
      Platform.runLater(task);
    }
  }
}
