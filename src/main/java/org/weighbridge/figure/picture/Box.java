package org.weighbridge.figure.picture;

/** A part of the picture, in points, y downwards. */
record Box(double x, double y, double width, double height) {
  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  Box inset(double left, double top, double right, double bottom) {
    return new Box(x + left, y + top, width - left - right, height - top - bottom);
  }
}
