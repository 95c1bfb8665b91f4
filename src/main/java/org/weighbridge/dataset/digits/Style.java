package org.weighbridge.dataset.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way to write a digit: strokes through points of a box 100 high, x to the right, y down.
 *
 * @param strokes the pen is lifted between two of them
 */
record Style(List<Stroke> strokes) {
  /**
   * A stroke of smooth pieces; where one ends and the next begins is a corner.
   *
   * @param points x and y in turn
   * @param corners indices of points (the first and the last one not) where the direction breaks
   */
  @SuppressWarnings("ArrayRecordComponent") // constant
  record Stroke(double[] points, List<Integer> corners) {}

  /** Reads {@code x,y x,y / x,y | x,y}: a slash makes the point before it a corner, a bar lifts. */
  static Style parse(String text) {
    return new Style(Arrays.stream(text.split("\\|")).map(Style::stroke).toList());
  }

  private static Stroke stroke(String text) {
    var points = new ArrayList<Double>();
    var corners = new ArrayList<Integer>();
    for (String word : text.strip().split("\\s+", -1)) {
      if (word.equals("/")) {
        corners.add(points.size() / 2 - 1);
      } else {
        int comma = word.indexOf(',');
        points.add(Double.valueOf(word.substring(0, comma)));
        points.add(Double.valueOf(word.substring(comma + 1)));
      }
    }
    return new Stroke(
        points.stream().mapToDouble(Double::doubleValue).toArray(), List.copyOf(corners));
  }
}
