package org.weighbridge.architecture.violations.gui;

import org.weighbridge.architecture.violations.inference.Evaluators;

/** A part of the window that evaluates by itself. */
final class Impatient {
  int right() {
    return Evaluators.right();
  }
}
