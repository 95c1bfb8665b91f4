package org.weighbridge.runtime.check;

/** A model that cannot be run; the message says why, without a full stop. */
final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_NAME = 80;

  Unfit(String reason) {
    super(reason);
  }

  /** A name from a file as far as it can stand in a sentence. */
  static String printable(String name) {
    if (name.isBlank() || name.codePoints().anyMatch(Character::isISOControl)) {
      return "(without a name)";
    }
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
  }
}
