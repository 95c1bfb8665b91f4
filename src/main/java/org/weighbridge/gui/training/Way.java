package org.weighbridge.gui.training;

import org.weighbridge.training.PruningSchedule;

/** When the density falls, as the user chooses it. */
public enum Way {
  ONE_SHOT("One-shot: prune, then retrain", PruningSchedule.ONE_SHOT, 0),
  ITERATIVE("Iterative: prune a little, retrain", new PruningSchedule(5), 0.5),
  GRADUAL("Gradual, every few steps", PruningSchedule.GRADUAL, 0.5);

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // a record
  private final PruningSchedule schedule;

  private final double part;

  Way(String words, PruningSchedule schedule, double part) {
    this.words = words;
    this.schedule = schedule;
    this.part = part;
  }

  PruningSchedule schedule() {
    return schedule;
  }

  /** The epochs of all in which the density falls. */
  int pruning(int epochs) {
    return (int) Math.ceil(part * epochs);
  }

  @Override
  public String toString() {
    return words;
  }
}
