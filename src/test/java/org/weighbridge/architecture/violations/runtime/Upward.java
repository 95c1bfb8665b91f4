package org.weighbridge.architecture.violations.runtime;

/** Uses a room that runtime must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
