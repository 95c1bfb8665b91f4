package org.weighbridge.architecture.violations.cli;

/** Uses a room that cli must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
