package org.weighbridge.fault;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text out of files as it may be shown: names in them may have been made to deceive. */
public final class Harmless {
  /**
   * What a terminal would obey, and what turns the direction of writing. Lines and tabs stay, and
   * so do the colours of help texts, which can harm nothing.
   */
  private static final Pattern OBEYED =
      Pattern.compile(
          "\u001b(?!\\[[0-9;]{0,10}m)|[\\p{Cc}&&[^\n\r\t\u001b]]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]");

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\n]]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]");

  private static final int LONGEST = 1_500;
  private static final int ENDING = 300;

  private static final String INSTEAD = "\ufffd";

  private Harmless() {}

  /** A text with a mark in place of each control character but line breaks. */
  public static String text(String text) {
    return CONTROL.matcher(text).replaceAll(INSTEAD);
  }

  /** Lines of sentences: printable, and none longer than somebody reads, its end kept. */
  static String sentence(String text) {
    return text(text.lines().map(Harmless::shortened).collect(Collectors.joining("\n")));
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST
        ? line
        : line.substring(0, LONGEST - ENDING) + " … " + line.substring(line.length() - ENDING);
  }

  /** Output of which a terminal obeys line ends, tabs and colours alone. */
  public static String output(String text) {
    return OBEYED.matcher(text).replaceAll(INSTEAD);
  }
}
