package org.weighbridge.figure;

import java.util.List;

/**
 * The colours of figures: Okabe and Ito's set, which people with any colour vision tell apart
 * (Color Universal Design, 2008), and a grey.
 */
public enum Palette {
  BLUE(0x0072B2),
  ORANGE(0xE69F00),
  GREEN(0x009E73),
  PURPLE(0xCC79A7),
  VERMILLION(0xD55E00),
  SKY(0x56B4E9),
  YELLOW(0xF0E442),
  BLACK(0x000000),
  GRAY(0x999999);

  /** The colours of series, in this order; yellow is left out, for it is too pale for lines. */
  public static final List<Palette> SERIES =
      List.of(BLUE, ORANGE, GREEN, PURPLE, VERMILLION, SKY, BLACK);

  private final int rgb;

  Palette(int rgb) {
    this.rgb = rgb;
  }

  /** 0xRRGGBB. */
  public int rgb() {
    return rgb;
  }

  /** {@code #RRGGBB}. */
  public String web() {
    return "#%06X".formatted(rgb);
  }
}
