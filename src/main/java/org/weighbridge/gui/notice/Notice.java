package org.weighbridge.gui.notice;

import org.weighbridge.fault.Fault;

/**
 * Something the user should read.
 *
 * @param kind how grave it is
 * @param sentence what happened and what to do
 */
public record Notice(Kind kind, String sentence) {
  /** How grave a notice is. */
  public enum Kind {
    DONE,
    FAULT,
    DEFECT
  }

  public static Notice done(String sentence) {
    return new Notice(Kind.DONE, sentence);
  }

  /** What to say of a failed job: a fault's own sentence, or that the program has a defect. */
  static Notice of(Throwable failure) {
    if (failure instanceof Fault fault) {
      return new Notice(Kind.FAULT, fault.sentence());
    }
    if (failure instanceof OutOfMemoryError) {
      return new Notice(
          Kind.FAULT,
          "There is not enough memory for this; start the program with a larger heap, such as"
              + " JAVA_TOOL_OPTIONS=-Xmx8g.");
    }
    return new Notice(
        Kind.DEFECT,
        "The program has a defect: " + failure + "; the log on the terminal tells where.");
  }
}
