package org.weighbridge.architecture.violations.container;

/** Uses a room that container must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
