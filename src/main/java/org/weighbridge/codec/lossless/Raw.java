package org.weighbridge.codec.lossless;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes that are there when they are asked for, however often: too many to be held. */
public interface Raw {
  long size();

  /** Writes all of them, always the same in the same pieces. */
  void writeTo(OutputStream out) throws IOException;
}
