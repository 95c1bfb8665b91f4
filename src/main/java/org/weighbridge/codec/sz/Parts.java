package org.weighbridge.codec.sz;

import java.util.EnumMap;
import java.util.Map;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteWriter;

/** A stream in the making, and what its bytes are spent on. */
final class Parts {
  private final ByteWriter out = new ByteWriter();
  private final Map<Part, Long> bytes = new EnumMap<>(Part.class);

  ByteWriter stream() {
    return out;
  }

  /** A section that others follow: its size stands before it. */
  void section(Part part, byte[] section) {
    out.varint(section.length).bytes(section);
    bytes.put(part, (long) section.length);
  }

  /** The table of bins and the outliers if there are any, then the bins up to the end. */
  void dataArray(DataArray array) {
    byte[] table = array.scheme().table();
    out.bytes(table);
    if (array.hasOutliers()) {
      section(Part.OUTLIERS, array.outliers());
    }
    var bins = array.bins();
    out.bytes(bins.bytes());
    bytes.put(Part.TABLES, (long) table.length + bins.tableBytes());
    if (array.joint()) {
      bytes.put(Part.INDEX, (long) array.positionBytes());
    }
    bytes.put(Part.VALUES, (long) bins.bytes().length - bins.tableBytes() - array.positionBytes());
  }

  /** Where the bytes of the stream went; what is in no section is header. */
  Breakdown breakdown() {
    long sections = bytes.values().stream().mapToLong(Long::longValue).sum();
    bytes.put(Part.HEADER, out.size() - sections);
    return new Breakdown(bytes);
  }
}
