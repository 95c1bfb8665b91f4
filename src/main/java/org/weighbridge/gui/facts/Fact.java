package org.weighbridge.gui.facts;

/**
 * One line of the card.
 *
 * @param name what it is
 * @param value rounded, with its unit
 * @param whole how it is found, and all digits
 * @param known whether the value is of the current choices; else it says what is waited for
 */
record Fact(String name, String value, String whole, boolean known) {
  static Fact of(String name, String value, String whole) {
    return new Fact(name, value, whole, true);
  }

  static Fact waiting(String name, String whole) {
    return new Fact(name, "measuring…", whole, false);
  }
}
