package org.weighbridge.architecture.violations.training;

/** Uses a room that training must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
