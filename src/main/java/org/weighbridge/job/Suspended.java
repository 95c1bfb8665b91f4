package org.weighbridge.job;

import java.util.concurrent.CancellationException;

/** Work that was cancelled and will go on from where it was; the message is a sentence. */
public final class Suspended extends CancellationException {
  private static final long serialVersionUID = 1L;

  /**
   * Cancelled work.
   *
   * @param sentence how it goes on, for the user
   */
  public Suspended(String sentence, CancellationException cause) {
    super(sentence);
    initCause(cause);
  }
}
