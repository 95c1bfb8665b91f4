package org.weighbridge.architecture.violations.tensor;

/** Uses a room that tensor must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
