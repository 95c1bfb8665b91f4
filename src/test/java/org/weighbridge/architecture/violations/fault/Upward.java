package org.weighbridge.architecture.violations.fault;

/** Uses a room that fault must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
