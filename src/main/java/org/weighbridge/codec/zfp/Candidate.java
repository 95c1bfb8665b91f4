package org.weighbridge.codec.zfp;

import org.weighbridge.codec.NonFinite;
import org.weighbridge.job.Progress;

/**
 * A layer coded in one layout.
 *
 * @param exceptions positions are those of the coded array
 */
record Candidate(Layout layout, ZfpStream stream, Exceptions exceptions) {
  /**
   * Codes an array.
   *
   * @param values of the grid; zeros may come back as anything
   */
  static Candidate of(Layout layout, float[] values, Grid grid, double bound, Progress progress) {
    float[] decoded = new float[values.length];
    var stream = ZfpStream.encode(NonFinite.without(values), grid, bound, decoded, progress);
    return new Candidate(layout, stream, Exceptions.of(values, decoded, bound, progress));
  }

  /** Every kept weight exactly. */
  static Candidate exact(float[] kept) {
    return new Candidate(
        Layout.EXACT, new ZfpStream(new byte[0], new long[0]), Exceptions.all(kept));
  }

  /**
   * The bytes that layouts are compared by. The index is the same for all, and exceptions count
   * before they are compressed, a byte for the distance: so the effort has no say in it.
   */
  long cost() {
    return stream.bits().length + (1L + Float.BYTES) * exceptions.count();
  }

  /** The same of storing all weights exactly, where distances take nothing. */
  static long costOfExact(int kept) {
    return (long) Float.BYTES * kept;
  }
}
