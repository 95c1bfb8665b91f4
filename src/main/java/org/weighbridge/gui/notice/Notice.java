package org.weighbridge.gui.notice;

import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Exhausted;
import org.weighbridge.fault.Fault;

/**
 * Something the user should read.
 *
 * @param kind how grave it is
 * @param sentence what happened and what to do
 * @param cause what failed, for those who ask for details
 * @param offer what can be done about it in one click
 */
public record Notice(Kind kind, String sentence, @Nullable Throwable cause, @Nullable Offer offer) {
  /** How grave a notice is. */
  public enum Kind {
    DONE,
    TOLD,
    FAULT,
    DEFECT
  }

  /**
   * A way out, or back.
   *
   * @param words on the button, such as "Undo"
   * @param run does it, on the window's thread; the notice is gone then
   */
  public record Offer(String words, Runnable run) {}

  public Notice(Kind kind, String sentence) {
    this(kind, sentence, null, null);
  }

  public static Notice done(String sentence) {
    return new Notice(Kind.DONE, sentence);
  }

  /** What was done, and how to take it back. */
  public static Notice done(String sentence, Runnable undo) {
    return new Notice(Kind.DONE, sentence, null, new Offer("Undo", undo));
  }

  /** The same with something that can be done about it. */
  public Notice offering(String words, Runnable run) {
    return new Notice(kind, sentence, cause, new Offer(words, run));
  }

  /** Why something cannot be done, or what else is good to know. */
  public static Notice told(String sentence) {
    return new Notice(Kind.TOLD, sentence);
  }

  /** What to say of a failed job: a fault's own sentence, or that the program has a defect. */
  public static Notice of(Throwable failure) {
    if (failure instanceof Fault fault) {
      return failed(Kind.FAULT, fault.sentence(), failure);
    }
    return Exhausted.sentence(failure)
        .map(sentence -> failed(Kind.FAULT, sentence, failure))
        .orElseGet(
            () ->
                failed(
                    Kind.DEFECT,
                    "The program has a defect: "
                        + failure
                        + "; the log on the terminal tells where.",
                    failure));
  }

  private static Notice failed(Kind kind, String sentence, Throwable cause) {
    return new Notice(kind, sentence, cause, null);
  }
}
