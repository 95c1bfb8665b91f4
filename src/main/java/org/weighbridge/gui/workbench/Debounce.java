package org.weighbridge.gui.workbench;

/** Waits for quiet: of all tasks given, only the last is run, some time after it was given. */
@FunctionalInterface
public interface Debounce {
  void restart(Runnable task);
}
