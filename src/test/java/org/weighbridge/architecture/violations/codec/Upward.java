package org.weighbridge.architecture.violations.codec;

/** Uses a room that codec must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
