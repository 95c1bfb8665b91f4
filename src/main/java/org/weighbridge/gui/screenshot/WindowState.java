package org.weighbridge.gui.screenshot;

import java.util.List;

/**
 * A state of the window.
 *
 * @param look unless the user wants another
 * @param steps how it is brought about
 */
record WindowState(String name, Look look, List<Step> steps) {
  WindowState {
    steps = List.copyOf(steps);
  }
}
