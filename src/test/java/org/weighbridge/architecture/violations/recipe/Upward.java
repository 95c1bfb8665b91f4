package org.weighbridge.architecture.violations.recipe;

/** Uses a room that recipe must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
