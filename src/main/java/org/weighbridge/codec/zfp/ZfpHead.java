package org.weighbridge.codec.zfp;

import java.util.List;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;

/**
 * The first bytes of a stream: the bound (positive double), then the layout + 4 when an index
 * follows + 8 when exceptions do + 16 × the doublings.
 *
 * @param bound the absolute error bound
 * @param indexed whether some weights are kept and some are not
 * @param exceptions whether there are any
 * @param doublings how often the bound was doubled to be ZFP's tolerance, at most {@link
 *     #MOST_DOUBLINGS}
 */
record ZfpHead(double bound, Layout layout, boolean indexed, boolean exceptions, int doublings) {
  static final int MOST_DOUBLINGS = 7;

  private static final List<Layout> LAYOUTS = List.of(Layout.values());
  private static final int INDEXED = 4;
  private static final int EXCEPTIONS = 8;
  private static final int DOUBLING = 16;

  /** What ZFP is asked for. */
  double tolerance() {
    return tolerance(bound, doublings);
  }

  static double tolerance(double bound, int doublings) {
    return Math.scalb(bound, doublings);
  }

  void write(ByteWriter out) {
    int number = LAYOUTS.indexOf(layout) + DOUBLING * doublings;
    out.positive(bound).u8(number + (indexed ? INDEXED : 0) + (exceptions ? EXCEPTIONS : 0));
  }

  static ZfpHead read(ByteReader in) {
    double bound = in.positive();
    int at = in.offset();
    int number = in.u8();
    if (number >= DOUBLING * (MOST_DOUBLINGS + 1)) {
      throw new MalformedStreamException(at, "no layout has the number " + number);
    }
    return new ZfpHead(
        bound,
        LAYOUTS.get(number % INDEXED),
        (number & INDEXED) != 0,
        (number & EXCEPTIONS) != 0,
        number / DOUBLING);
  }
}
