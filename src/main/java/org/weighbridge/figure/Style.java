package org.weighbridge.figure;

import java.util.EnumSet;
import java.util.List;

/**
 * The look of a series. Marker and dash repeat what the colour says, so that a figure is readable
 * in grey.
 */
public record Style(Palette color, Marker marker, Dash dash) {
  /** The mark at each point. */
  public enum Marker {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE,
    CROSS,
    INVERTED_TRIANGLE,
    NONE
  }

  /** The line between points. */
  public enum Dash {
    SOLID,
    DASHED,
    DOTTED,
    DASH_DOT,
    /** Points only. */
    NONE
  }

  private static final List<Marker> MARKERS =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Marker.NONE)));
  private static final List<Dash> DASHES = List.copyOf(EnumSet.complementOf(EnumSet.of(Dash.NONE)));

  /** The look of the series at a position: the same everywhere, different for the first 84. */
  public static Style of(int index) {
    return new Style(
        Palette.SERIES.get(index % Palette.SERIES.size()),
        MARKERS.get(index % MARKERS.size()),
        DASHES.get(index % DASHES.size()));
  }
}
