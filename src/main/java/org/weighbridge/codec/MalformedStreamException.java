package org.weighbridge.codec;

import org.weighbridge.fault.Fault;

/** A stream that its codec cannot have written. */
public final class MalformedStreamException extends Fault {
  private static final long serialVersionUID = 1L;
  private final long offset;
  private final String reason;

  /**
   * A damaged stream.
   *
   * @param offset where in the stream, in bytes
   * @param reason what is wrong there
   */
  public MalformedStreamException(long offset, String reason) {
    super("The encoded layer is damaged at byte " + offset + ": " + reason + ".");
    this.offset = offset;
    this.reason = reason;
  }

  public long offset() {
    return offset;
  }

  /** What is wrong there: part of a sentence. */
  public String reason() {
    return reason;
  }
}
