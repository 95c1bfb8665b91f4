package org.weighbridge.gui.job;

/** A queue of jobs, run one after the other, so that two never distort each other's timing. */
public enum Lane {
  /** What the user asked for: open, prune, assess, optimise, export. */
  WORK,
  /** What follows a change by itself: encoding and measuring the current configuration. */
  MEASURE
}
