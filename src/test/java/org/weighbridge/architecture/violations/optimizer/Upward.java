package org.weighbridge.architecture.violations.optimizer;

/** Uses a room that optimizer must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
