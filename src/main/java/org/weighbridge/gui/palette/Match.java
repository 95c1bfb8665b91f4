package org.weighbridge.gui.palette;

import java.util.Locale;
import java.util.Optional;

/**
 * How well a text answers what was typed: all letters in order, better the more of them follow each
 * other or begin words. Blanks in between are of no matter.
 *
 * @param score more is better; texts of the same score stay in order
 */
record Match(int score) {
  private static final int LETTER = 1;
  private static final int FOLLOWING = 6;
  private static final int WORD = 5;

  /** Empty when letters are missing. */
  static Optional<Match> of(String typed, String text) {
    String letters = typed.toLowerCase(Locale.ROOT).replace(" ", "");
    int best = best(letters, text.toLowerCase(Locale.ROOT));
    return best < 0 ? Optional.empty() : Optional.of(new Match(best));
  }

  /**
   * The best score over all ways to find the letters, by dynamic programming: {@code ends[j]} is
   * the best score with the letters so far, the last one at place j of the text; negative when
   * there is no way.
   */
  private static int best(String letters, String text) {
    int[] ends = new int[text.length()];
    int found = 0;
    for (int i = 0; i < letters.length(); i++) {
      var next = new int[text.length()];
      int before = i == 0 ? 0 : -1; // best way that ends in front of place j - 1
      found = -1;
      for (int j = 0; j < text.length(); j++) {
        if (i > 0 && j >= 2) {
          before = Math.max(before, ends[j - 2]);
        }
        int following = i > 0 && j > 0 && ends[j - 1] >= 0 ? ends[j - 1] + FOLLOWING : -1;
        int way = Math.max(before, following);
        boolean here = text.charAt(j) == letters.charAt(i) && way >= 0;
        next[j] = here ? way + LETTER + (beginsWord(text, j) ? WORD : 0) : -1;
        found = Math.max(found, next[j]);
      }
      ends = next;
    }
    return found;
  }

  private static boolean beginsWord(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at))
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
  }
}
