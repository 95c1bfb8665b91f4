package org.weighbridge.checkpoint.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor as a header of safetensors has it.
 *
 * @param begin its first byte, counted from the end of the header
 * @param end the byte behind its last
 */
record HeaderEntry(String name, String dtype, List<Long> shape, long begin, long end) {
  private static final int MOST_DIMENSIONS = 64;

  HeaderEntry {
    shape = List.copyOf(shape);
  }

  /** Reads the value of a header's member. */
  static HeaderEntry read(String name, StrictJson json) throws IOException {
    var dtype = new ArrayList<String>();
    var shape = new ArrayList<List<Long>>();
    var offsets = new ArrayList<List<Long>>();
    json.object(
        key -> {
          switch (key) {
            case "dtype" -> dtype.add(json.text());
            case "shape" -> shape.add(counts(json));
            case "data_offsets" -> offsets.add(counts(json));
            default ->
                throw new StrictJson.Malformed("it has fields beside dtype, shape, data_offsets");
          }
        });
    if (dtype.size() != 1 || shape.size() != 1 || offsets.size() != 1) {
      throw new StrictJson.Malformed("dtype, shape or data_offsets is missing or there twice");
    }
    if (!Dtype.plausible(dtype.getFirst())) {
      throw new StrictJson.Malformed("its dtype is none");
    }
    List<Long> bounds = offsets.getFirst();
    if (bounds.size() != 2 || bounds.getFirst() > bounds.getLast()) {
      throw new StrictJson.Malformed("its data_offsets are no range");
    }
    return new HeaderEntry(
        name, dtype.getFirst(), shape.getFirst(), bounds.getFirst(), bounds.getLast());
  }

  private static List<Long> counts(StrictJson json) throws IOException {
    var counts = new ArrayList<Long>();
    json.array(
        () -> {
          counts.add(json.count());
          if (counts.size() > MOST_DIMENSIONS) {
            throw new StrictJson.Malformed("it has more than 64 dimensions");
          }
        });
    return counts;
  }

  /**
   * Whether the data is as long as type and shape ask for; of unknown types it may have any length.
   *
   * @throws ArithmeticException when the shape has 2^63 elements or bits or more
   */
  boolean agrees() {
    long elements = 1;
    for (long dim : shape) {
      elements = Math.multiplyExact(elements, Math.max(dim, 1));
    }
    long bits = shape.contains(0L) ? 0 : Math.multiplyExact(elements, (long) Dtype.bits(dtype));
    return Dtype.bits(dtype) == 0 || (bits % 8 == 0 && bits / 8 == end - begin);
  }
}
