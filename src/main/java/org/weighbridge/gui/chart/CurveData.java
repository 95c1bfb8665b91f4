package org.weighbridge.gui.chart;

/**
 * Accuracy of the network against the error bound of one layer, as far as it is known.
 *
 * @param layer the name that the legend shows and a selection gives
 * @param colour of the series, counted from 0; the colours repeat after {@link Series#COUNT}
 * @param bounds absolute error bounds, rising
 * @param accuracy in percent at each bound
 * @param low lower end of the interval of each accuracy, in percent
 * @param high upper end of the interval of each accuracy, in percent
 * @param bytes encoded size of the layer at each bound
 */
@SuppressWarnings("ArrayRecordComponent") // never written to after it was handed over
public record CurveData(
    String layer,
    int colour,
    double[] bounds,
    double[] accuracy,
    double[] low,
    double[] high,
    double[] bytes) {
  public CurveData {
    int points = bounds.length;
    if (accuracy.length != points
        || low.length != points
        || high.length != points
        || bytes.length != points) {
      throw new IllegalArgumentException(layer + ": arrays of different lengths");
    }
  }

  int points() {
    return bounds.length;
  }
}
