package org.weighbridge.architecture.violations.gui;

/** Uses a room that gui must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.cli.Upward forbidden;
}
