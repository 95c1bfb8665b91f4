package org.weighbridge.codec;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What coded one stream, where the codec chooses its parts by the data: what won each race. Names
 * are those of {@link LayerCodec#name()}; what is packed by a lossless back end has its name after
 * a plus sign, such as {@code gap8+zstd}; {@code joint} stands for positions and bins that are
 * coded together.
 *
 * @param predictor of the values
 * @param quantizer of what the predictor leaves
 * @param bins entries of the table of bins; empty where bins need no table
 * @param index the coder of positions
 * @param entropy the coder of bins
 * @param outliers the number of weights stored exactly because no bin holds them
 * @param widths of a codec with codes and distances of a fixed width before entropy coding
 */
public record Composition(
    String predictor,
    String quantizer,
    OptionalInt bins,
    String index,
    String entropy,
    int outliers,
    Optional<Widths> widths) {
  /** Of a codec without fixed widths. */
  public Composition(
      String predictor,
      String quantizer,
      OptionalInt bins,
      String index,
      String entropy,
      int outliers) {
    this(predictor, quantizer, bins, index, entropy, outliers, Optional.empty());
  }

  /**
   * What kept weights would take without entropy coding.
   *
   * @param codeBits bits of the code of a kept weight
   * @param indexBits bits of a distance between kept weights; 0 where positions are coded otherwise
   * @param indexEntries the number of distances, fillers included
   * @param indexTableBytes bytes of the code table of distances
   */
  public record Widths(int codeBits, int indexBits, int indexEntries, int indexTableBytes) {}
}
