package org.weighbridge.architecture.violations.experiment;

/** Uses a room that experiment must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
