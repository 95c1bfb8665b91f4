package org.weighbridge.architecture.violations.file;

/** Uses a room that file must not see. */
public final class Upward {
  org.weighbridge.architecture.violations.gui.Upward forbidden;
}
