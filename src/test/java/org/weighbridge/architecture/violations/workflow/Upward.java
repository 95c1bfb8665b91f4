package org.weighbridge.architecture.violations.workflow;

/** Uses a room that workflow must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
