package org.weighbridge.gui.shell;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.weighbridge.gui.chart.ChartGrid;
import org.weighbridge.gui.workbench.Workbench;

/**
 * Esc ends one thing at a time, the latest layer first: what has the keyboard and uses the key
 * itself, such as the palette or a field; the expanded chart; the brushed region of weights; the
 * brushed part of the runs. Only then it is the accelerator that cancels the newest job.
 */
final class Escape {
  private final ChartGrid grid;
  private final Workbench workbench;

  private Escape(ChartGrid grid, Workbench workbench) {
    this.grid = grid;
    this.workbench = workbench;
  }

  static void on(Scene scene, ChartGrid grid, Workbench workbench) {
    var escape = new Escape(grid, workbench);
    // a handler: on the way up, after whoever has the keyboard and before accelerators
    scene.addEventHandler(KeyEvent.KEY_PRESSED, escape::pressed);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, escape::pressedOnRows);
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && !key.isConsumed() && endsSomething()) {
      key.consume();
    }
  }

  /** Tables and lists take the key to end an edit, and keep it where there is none to end. */
  private void pressedOnRows(KeyEvent key) {
    boolean idle =
        switch (key.getTarget()) {
          case TableView<?> table -> table.getEditingCell() == null;
          case ListView<?> list -> list.getEditingIndex() < 0;
          default -> false;
        };
    if (key.getCode() == KeyCode.ESCAPE && idle) {
      if (!endsSomething()) {
        workbench.cancelFront();
      }
      key.consume();
    }
  }

  private boolean endsSomething() {
    if (grid.isExpanded()) {
      grid.restore();
    } else if (workbench.region().get() != null) {
      workbench.region().set(null);
    } else if (workbench.runs().filter().get() != null) {
      workbench.runs().filter().set(null);
    } else {
      return false;
    }
    return true;
  }
}
