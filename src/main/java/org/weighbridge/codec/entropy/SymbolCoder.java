package org.weighbridge.codec.entropy;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;

/**
 * An entropy coder for the symbols of kept weights. Symbols are not negative; small ones are more
 * frequent. Stateless and thread-safe.
 */
public interface SymbolCoder {
  /** The name of the composition, such as {@code huffman+lossless}. */
  String name();

  /**
   * The name of what coded a stream: of the one that won where several race, with the lossless back
   * end where one packs.
   *
   * @param in positioned at what {@link #encode} wrote
   */
  default String nameOf(ByteReader in) throws MalformedStreamException {
    return name();
  }

  /**
   * Whether this coder takes part in a race: false when it would take too long for the effort.
   *
   * @param mask where the symbols stand in their layer
   */
  default boolean races(Mask mask, Effort effort) {
    return true;
  }

  /**
   * Codes the symbols.
   *
   * @param mask where they stand in their layer, for coders that look at neighbours; one symbol for
   *     each kept position
   */
  Coded encode(int[] symbols, Mask mask, Effort effort, Progress progress);

  /**
   * The inverse, trusting nothing: one symbol for each kept position.
   *
   * @param in positioned at what {@link #encode} wrote; read to its end
   */
  int[] decode(ByteReader in, Mask mask, Progress progress) throws MalformedStreamException;

  /**
   * Coded symbols.
   *
   * @param bytes the stream
   * @param tableBytes how many of them are code tables
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Coded(byte[] bytes, int tableBytes) {}
}
