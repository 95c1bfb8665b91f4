package org.weighbridge.fault;

import java.util.Optional;

/** What to say when Java has no room left for the work. */
public final class Exhausted {
  /** What to do when memory is short, without a full stop. */
  public static final String REMEDY =
      "start the program with more, as in WEIGHBRIDGE_JAVA_OPTS=-Xmx8g weighbridge";

  /** Ready before it is needed: then there may be no memory to make it. */
  public static final String MEMORY = "There is not enough memory for this; " + REMEDY + ".";

  private static final Optional<String> OF_MEMORY = Optional.of(MEMORY);
  private static final Optional<String> OF_STACK =
      Optional.of(
          "Something in this is nested too deeply; take a simpler file, or start the program with"
              + " more room, as in WEIGHBRIDGE_JAVA_OPTS=-Xss8m weighbridge.");

  /** Longer chains of causes may be circles. */
  private static final int DEEPEST = 20;

  private Exhausted() {}

  /** The sentence for a failure whose cause, or one of theirs, is too little room. */
  public static Optional<String> sentence(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      if (cause instanceof OutOfMemoryError) {
        return OF_MEMORY;
      }
      if (cause instanceof StackOverflowError) {
        return OF_STACK;
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
