package org.weighbridge.gui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import org.weighbridge.gui.action.Obstacle;
import org.weighbridge.gui.workbench.Workbench;

/**
 * What many actions need first.
 *
 * @param model says that there is no model
 * @param modelAndData says that there is no model, or no data
 */
record Needs(ObservableStringValue model, ObservableStringValue modelAndData) {
  private static final String NO_MODEL = "There is no model yet: open one first.";
  private static final String NO_DATA =
      "There is no data set yet to measure accuracy on: open one with Data….";

  static Needs of(Workbench workbench) {
    var open = workbench.subject().isNotNull();
    var tied = Bindings.isNotNull(workbench.evaluation());
    return new Needs(
        Obstacle.unless(open, NO_MODEL),
        Obstacle.unless(open, NO_MODEL, Obstacle.unless(tied, NO_DATA)));
  }
}
