package org.weighbridge.codec.entropy;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;

/**
 * An entropy coder for the symbols of kept weights. Symbols are not negative; small ones are more
 * frequent. Stateless and thread-safe.
 */
public interface SymbolCoder {
  /** The name of the composition, such as {@code huffman+lossless}. */
  String name();

  /**
   * Codes the symbols.
   *
   * @param places where each of them stands in its layer, for coders that look at neighbours
   */
  Coded encode(int[] symbols, Places places, Effort effort, Progress progress);

  /**
   * The inverse, trusting nothing: one symbol for each place.
   *
   * @param in positioned at what {@link #encode} wrote; read to its end
   */
  int[] decode(ByteReader in, Places places, Progress progress) throws MalformedStreamException;

  /**
   * Coded symbols.
   *
   * @param bytes the stream
   * @param tableBytes how many of them are code tables
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Coded(byte[] bytes, int tableBytes) {}

  /**
   * Where symbols stand: row-major positions in a matrix, ascending.
   *
   * @param positions one per symbol
   * @param columns the width of the matrix
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Places(int[] positions, int columns) {
    public int count() {
      return positions.length;
    }
  }
}
