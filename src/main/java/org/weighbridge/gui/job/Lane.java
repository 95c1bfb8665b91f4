package org.weighbridge.gui.job;

/** A queue of jobs, run one after the other, so that two never distort each other's timing. */
public enum Lane {
  /** What the user asked for: open, prune, assess, optimise, export. */
  WORK,
  /** What follows a change at once: the accuracy of the current configuration. */
  MEASURE,
  /** What a drag over densities shows at once: the masks. */
  MASK,
  /** What views of single weights show of the selected layer: its decoded weights. */
  VIEW,
  /** What charts count of single weights: it must not keep the next decoding waiting. */
  COUNT,
  /** What is written and copied of what is seen: it must not wait for long work. */
  FIGURE,
  /** What follows when the changes pause: the bytes of the current configuration. */
  ENCODE
}
