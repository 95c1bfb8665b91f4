package org.weighbridge.architecture.violations.prune;

/** Uses a room that prune must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
