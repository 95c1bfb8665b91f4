package org.weighbridge.architecture.violations.benchmark;

/** Uses a room that benchmark must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
