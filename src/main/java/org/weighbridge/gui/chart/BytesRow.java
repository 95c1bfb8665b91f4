package org.weighbridge.gui.chart;

/**
 * Where the bytes of one encoded layer, of a whole file, or of the rest of one, go.
 *
 * @param layer the name that the chart shows and a selection gives
 * @param kind what is encoded
 * @param details what else is to be known; of a row without bytes, why it has none
 * @param other bytes that are of no coded layer: header, graph, small tensors, locked layers
 * @param kept weights that are not zero; 0 for the rest of a file
 */
public record BytesRow(
    String layer,
    Kind kind,
    String details,
    long index,
    long values,
    long outliers,
    long tables,
    long header,
    long other,
    long kept) {
  /** What is encoded. */
  public enum Kind {
    /** A layer under the configuration at hand. */
    CURRENT,
    /** The same layer in the pinned run. */
    PINNED,
    /** A whole file, by one coder. */
    FILE,
    /** All of a file that is no coded layer. */
    REST
  }

  public long total() {
    return index + values + outliers + tables + header + other;
  }

  public long[] parts() {
    return new long[] {index, values, outliers, tables, header, other};
  }

  /** NaN where there are no weights. */
  public double bitsPerKeptWeight() {
    return kept == 0 ? Double.NaN : 8.0 * total() / kept;
  }
}
