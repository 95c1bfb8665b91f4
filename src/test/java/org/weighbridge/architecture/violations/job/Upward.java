package org.weighbridge.architecture.violations.job;

/** Uses a room that job must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
