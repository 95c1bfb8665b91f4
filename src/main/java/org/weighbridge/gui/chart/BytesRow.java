package org.weighbridge.gui.chart;

/**
 * Where the bytes of one encoded layer go.
 *
 * @param layer the name that the chart shows and a selection gives
 */
public record BytesRow(
    String layer, long index, long values, long outliers, long tables, long header) {
  long total() {
    return index + values + outliers + tables + header;
  }

  long[] parts() {
    return new long[] {index, values, outliers, tables, header};
  }
}
