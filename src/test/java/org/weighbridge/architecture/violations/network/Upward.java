package org.weighbridge.architecture.violations.network;

/** Uses a room that network must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
