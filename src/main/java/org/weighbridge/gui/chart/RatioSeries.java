package org.weighbridge.gui.chart;

/**
 * What a codec reaches with the whole network.
 *
 * @param codec the name that the legend shows
 * @param colour of the series, counted from 0; dash and marker go with it
 * @param ratio compression ratios, rising
 * @param loss accuracy lost at each, in percentage points, may be negative
 */
@SuppressWarnings("ArrayRecordComponent") // never written to after it was handed over
public record RatioSeries(String codec, int colour, double[] ratio, double[] loss) {
  public RatioSeries {
    if (ratio.length != loss.length) {
      throw new IllegalArgumentException(codec + ": arrays of different lengths");
    }
  }
}
