package org.weighbridge.architecture.violations.report;

/** Uses a room that report must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
