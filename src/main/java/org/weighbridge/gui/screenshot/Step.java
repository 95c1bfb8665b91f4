package org.weighbridge.gui.screenshot;

import java.time.Duration;
import java.util.function.Consumer;
import org.weighbridge.gui.shell.Desk;

/**
 * Something done in the window as soon as its moment has come.
 *
 * @param act on the toolkit's thread
 */
record Step(Moment moment, Consumer<Desk> act) {
  /** Long enough for a change to be followed by its measurement and by its drawing. */
  private static final Duration QUIET = Duration.ofMillis(700);

  /** When to go on. */
  @FunctionalInterface
  interface Moment {
    /**
     * Whether it has come.
     *
     * @param idleNanos for how long nothing has been going on; 0 while something is
     */
    boolean come(Desk desk, long idleNanos);
  }

  /** As soon as nothing has been going on for a while. */
  static Step whenIdle(Consumer<Desk> act) {
    return new Step((desk, idle) -> idle > QUIET.toNanos(), act);
  }

  static Step when(Moment moment, Consumer<Desk> act) {
    return new Step(moment, act);
  }

  /** Nothing is done: the picture may be taken. */
  static Step idle() {
    return whenIdle(desk -> {});
  }
}
