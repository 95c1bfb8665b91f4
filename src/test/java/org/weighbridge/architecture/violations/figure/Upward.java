package org.weighbridge.architecture.violations.figure;

/** Uses a room that figure must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
