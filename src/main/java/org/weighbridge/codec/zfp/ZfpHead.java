package org.weighbridge.codec.zfp;

import java.util.List;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;

/**
 * The first bytes of a stream: the bound (positive double), then the layout + 4 when an index
 * follows + 8 when exceptions do.
 *
 * @param bound the absolute error bound: ZFP's tolerance
 * @param indexed whether some weights are kept and some are not
 * @param exceptions whether there are any
 */
record ZfpHead(double bound, Layout layout, boolean indexed, boolean exceptions) {
  private static final List<Layout> LAYOUTS = List.of(Layout.values());
  private static final int INDEXED = 4;
  private static final int EXCEPTIONS = 8;

  void write(ByteWriter out) {
    int number = LAYOUTS.indexOf(layout);
    out.positive(bound).u8(number + (indexed ? INDEXED : 0) + (exceptions ? EXCEPTIONS : 0));
  }

  static ZfpHead read(ByteReader in) {
    double bound = in.positive();
    int at = in.offset();
    int number = in.u8();
    if (number >= 2 * EXCEPTIONS) {
      throw new MalformedStreamException(at, "no layout has the number " + number);
    }
    return new ZfpHead(
        bound, LAYOUTS.get(number % INDEXED), (number & INDEXED) != 0, (number & EXCEPTIONS) != 0);
  }
}
