package org.weighbridge.gui.numbers;

/**
 * What one number card shows.
 *
 * @param value the number, rounded, with its unit
 * @param detail what explains it; says in words when it is predicted or of an older configuration;
 *     a few words, for a card is narrow
 * @param more what else there is to say, in whole words; empty for nothing
 * @param state how far it can be trusted
 * @param exact the number in full precision, without unit; empty where there is none
 * @param unit of {@code exact}
 */
record Reading(String value, String detail, String more, State state, String exact, String unit) {
  /** How far a number can be trusted. */
  enum State {
    NONE,
    PREDICTED,
    STALE,
    MEASURED,
    OVER_BUDGET
  }

  static Reading none(String why) {
    return new Reading("–", why, "", State.NONE, "", "");
  }

  static Reading measured(String value, String detail, Object exact, String unit) {
    return new Reading(value, detail, "", State.MEASURED, exact.toString(), unit);
  }

  static Reading predicted(String value, String detail, Object exact, String unit) {
    return new Reading(value, detail, "", State.PREDICTED, exact.toString(), unit);
  }

  /** The same of an older configuration. */
  Reading stale() {
    return new Reading(
        value,
        "stale",
        "Measured of the configuration before the change",
        State.STALE,
        exact,
        unit);
  }

  Reading overBudget(String words) {
    return new Reading(value, words, more, State.OVER_BUDGET, exact, unit);
  }

  /** The same with more to say of it. */
  Reading with(String words) {
    return new Reading(value, detail, words, state, exact, unit);
  }
}
