package org.weighbridge.architecture.violations.assessment;

/** Uses a room that assessment must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
