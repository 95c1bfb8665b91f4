package org.weighbridge.fault;

import org.jspecify.annotations.Nullable;

/**
 * Something the user can understand and mend: a broken file, an impossible wish, a full disk.
 *
 * <p>The message is one sentence that names the file, the place in it and the remedy. It is shown
 * as it is, in the window as a notice and on the command line as one line with exit code 1, never
 * with a stack trace.
 */
public class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault whose sentence may quote what stands in a file: it is made printable and short. */
  public Fault(String sentence) {
    super(Harmless.sentence(sentence));
  }

  /** The same for a reason. */
  public Fault(String sentence, @Nullable Throwable cause) {
    super(Harmless.sentence(sentence), cause);
  }

  /** The sentence shown to the user. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
