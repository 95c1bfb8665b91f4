package org.weighbridge.figure.picture;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * In which files a figure is wanted: each format at each width.
 *
 * @param formats in the order of {@link PictureFormat}; none: the figure's data only
 * @param widths each once
 * @param dpi dots per inch of pixel formats, one of {@link #RESOLUTIONS}
 */
public record PictureChoice(Set<PictureFormat> formats, List<FigureSize.Width> widths, int dpi) {
  /** Journals ask for 300 dots per inch, and for 600 where there are thin lines. */
  public static final List<Integer> RESOLUTIONS = List.of(300, 600);

  /** Every format at both widths. */
  public static final PictureChoice USUAL =
      new PictureChoice(
          EnumSet.allOf(PictureFormat.class), List.of(FigureSize.Width.values()), 300);

  public PictureChoice {
    var ordered = EnumSet.noneOf(PictureFormat.class);
    ordered.addAll(formats);
    formats = Collections.unmodifiableSet(ordered);
    widths = widths.stream().distinct().toList();
    if (!RESOLUTIONS.contains(dpi)) {
      throw new IllegalArgumentException(dpi + " dots per inch, not one of " + RESOLUTIONS);
    }
  }
}
