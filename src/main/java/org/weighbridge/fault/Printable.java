package org.weighbridge.fault;

import java.nio.charset.StandardCharsets;

/** Texts from files as far as they can stand in a sentence: files may be damaged, or hostile. */
public final class Printable {
  private static final int LONGEST = 120;

  private Printable() {}

  /** The text, shortened where it is long; what has control characters is no text. */
  public static String of(String text) {
    if (text.isEmpty()
        || text.codePoints().anyMatch(Character::isISOControl)
        || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return "(unreadable)";
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
