package org.weighbridge.figure;

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

  private static final int MARKERS = Marker.NONE.ordinal();
  private static final int DASHES = Dash.NONE.ordinal();

  /** The look of the series at a position: the same everywhere, different for the first 84. */
  public static Style of(int index) {
    return new Style(
        Palette.SERIES.get(index % Palette.SERIES.size()),
        Marker.values()[index % MARKERS],
        Dash.values()[index % DASHES]);
  }
}
