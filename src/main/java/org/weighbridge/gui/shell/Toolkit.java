package org.weighbridge.gui.shell;

import javafx.application.Platform;

/** JavaFX without an application: for pictures and measurements. */
public final class Toolkit {
  private Toolkit() {}

  /**
   * Runs a task on the toolkit's thread. Starts JavaFX first where it does not run yet, on its
   * platform for machines without a display unless another has been chosen.
   */
  public static void run(Runnable task) {
    if (System.getProperty("glass.platform") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    Platform.setImplicitExit(false);
    try {
      Platform.startup(task);
    } catch (IllegalStateException alreadyRunning) {
      Platform.runLater(task);
    }
  }
}
