package org.weighbridge.architecture.violations.dataset;

/** Uses a room that dataset must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
