package org.weighbridge.gui.numbers;

/**
 * What one number card shows.
 *
 * @param value the number
 * @param detail what explains it; says in words when it is predicted or of an older configuration
 * @param state how far it can be trusted
 */
record Reading(String value, String detail, State state) {
  /** How far a number can be trusted. */
  enum State {
    NONE,
    PREDICTED,
    STALE,
    MEASURED,
    OVER_BUDGET
  }

  static Reading none(String why) {
    return new Reading("–", why, State.NONE);
  }
}
