package org.weighbridge.gui.screenshot;

import org.weighbridge.gui.theme.Theme;

/**
 * How a picture of the window looks.
 *
 * @param width of the window in pixels
 * @param height of the window in pixels
 * @param scale pixels of the picture per pixel of the window
 */
public record Look(Theme theme, int width, int height, double scale) {
  /** As the window opens. */
  public static final Look USUAL = new Look(Theme.LIGHT, 1480, 940, 1);

  /** The smallest window that is promised to be usable. */
  public static final Look SMALL = new Look(Theme.LIGHT, 1200, 760, 1);

  public Look withTheme(Theme other) {
    return new Look(other, width, height, scale);
  }

  public Look withSize(int otherWidth, int otherHeight) {
    return new Look(theme, otherWidth, otherHeight, scale);
  }

  public Look withScale(double other) {
    return new Look(theme, width, height, other);
  }
}
