package org.weighbridge.architecture.violations.inference;

/** Uses a room that inference must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
