package org.weighbridge.architecture.violations.checkpoint;

/** Uses a room that checkpoint must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
