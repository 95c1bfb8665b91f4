package org.weighbridge.report.table;

/**
 * A column of a table.
 *
 * @param key its name for other programs, such as {@code bitsPerWeight}
 * @param title its name for people; empty where the column is for other programs alone
 * @param number whether its values stand at the right edge
 */
public record Column(String key, String title, boolean number) {
  public static Column words(String key, String title) {
    return new Column(key, title, false);
  }

  public static Column number(String key, String title) {
    return new Column(key, title, true);
  }

  /** A column that people do not see. */
  public static Column data(String key) {
    return new Column(key, "", true);
  }

  /** Whether people see it. */
  public boolean shown() {
    return !title.isEmpty();
  }
}
