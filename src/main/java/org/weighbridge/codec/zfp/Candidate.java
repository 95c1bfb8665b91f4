package org.weighbridge.codec.zfp;

import org.weighbridge.codec.NonFinite;
import org.weighbridge.job.Progress;

/**
 * A layer coded in one layout.
 *
 * @param doublings of the bound, to be ZFP's tolerance
 * @param exceptions positions are those of the coded array
 */
record Candidate(Layout layout, int doublings, ZfpStream stream, Exceptions exceptions) {
  /**
   * Codes an array.
   *
   * @param values of the grid; zeros may come back as anything
   */
  static Candidate of(
      Layout layout, float[] values, Grid grid, double bound, int doublings, Progress progress) {
    float[] decoded = new float[values.length];
    double tolerance = ZfpHead.tolerance(bound, doublings);
    var stream = ZfpStream.encode(NonFinite.without(values), grid, tolerance, decoded, progress);
    var exceptions = Exceptions.of(values, decoded, bound, progress);
    return new Candidate(layout, doublings, stream, exceptions);
  }

  /**
   * The same with a tolerance above the bound, as far as that pays: what ZFP guarantees it keeps by
   * far, and the few weights that break the bound are exceptions.
   */
  static Candidate tight(
      Layout layout, float[] values, Grid grid, double bound, Progress progress) {
    var best = of(layout, values, grid, bound, 0, progress);
    for (int doublings = 1; doublings <= ZfpHead.MOST_DOUBLINGS; doublings++) {
      var next = of(layout, values, grid, bound, doublings, progress);
      if (next.cost() >= best.cost()) {
        break;
      }
      best = next;
    }
    return best;
  }

  /** This one, or every kept weight exactly where exceptions make that shorter. */
  Candidate orExact(float[] kept) {
    return exceptions.count() > 0 && (long) Float.BYTES * kept.length < cost()
        ? new Candidate(Layout.EXACT, 0, ZfpStream.EMPTY, Exceptions.all(kept))
        : this;
  }

  /**
   * The bytes that candidates are compared by. The index is the same for all, and exceptions count
   * before they are compressed, a byte for the distance: so the effort has no say in it.
   */
  long cost() {
    return stream.bits().length + (1L + Float.BYTES) * exceptions.count();
  }
}
