package org.weighbridge.dataset.digits;

import java.util.List;

/** A round pen: draws lines as ink on 28 × 28 pixels, in MNIST's frame. */
final class Pen {
  /** Pixels along one side. */
  static final int SIZE = 28;

  private static final double BOX = 20;
  private static final double MARGIN = 2;

  private final SplitMix random;
  private final double radius;
  private final double pressureChange;
  private final double pressurePhase;
  private final double softness;
  private final double darkness;
  private final double grain;

  Pen(SplitMix random) {
    this.random = random;
    radius = Math.min(2.3, 1.25 * StrictMath.exp(0.25 * random.normal()));
    pressureChange = random.uniform(0, 0.3);
    pressurePhase = random.uniform(0, 2 * Math.PI);
    softness = random.uniform(0.8, 1.5);
    darkness = random.uniform(0.9, 1.15);
    grain = random.uniform(0, 0.12);
  }

  /**
   * Draws lines: scaled so that the ink fills a box of 20 pixels, its centre of mass in the middle
   * of the picture as in MNIST, but never closer than 2 pixels to the border.
   *
   * @return rows of pixels, 0 paper to 255 ink
   */
  byte[] draw(List<Polyline> lines) {
    fit(lines);
    double[] ink = new double[SIZE * SIZE];
    for (Polyline line : lines) {
      for (int i = 0; i + 1 < line.size(); i++) {
        segment(ink, line, i, radius * pressure(i), radius * pressure(i + 1));
      }
    }
    byte[] pixels = new byte[ink.length];
    for (int i = 0; i < ink.length; i++) {
      if (ink[i] > 0) {
        double value = Math.min(1, ink[i] * darkness) * (1 - grain * random.uniform());
        pixels[i] = (byte) (int) (255 * value + 0.5);
      }
    }
    return pixels;
  }

  private double pressure(int step) {
    return 1 + pressureChange * StrictMath.sin(0.25 * step + pressurePhase);
  }

  /** Deepens the ink to what one short line of the pen leaves. */
  private void segment(double[] ink, Polyline line, int i, double r1, double r2) {
    double x1 = line.x(i);
    double y1 = line.y(i);
    double dx = line.x(i + 1) - x1;
    double dy = line.y(i + 1) - y1;
    double square = dx * dx + dy * dy;
    double reach = Math.max(r1, r2) + softness;
    int top = Math.max(0, (int) (Math.min(y1, y1 + dy) - reach));
    int bottom = Math.min(SIZE - 1, (int) (Math.max(y1, y1 + dy) + reach));
    int left = Math.max(0, (int) (Math.min(x1, x1 + dx) - reach));
    int right = Math.min(SIZE - 1, (int) (Math.max(x1, x1 + dx) + reach));
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double px = x + 0.5 - x1;
        double py = y + 0.5 - y1;
        double t = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0, 1);
        double ex = px - t * dx;
        double ey = py - t * dy;
        double distance = Math.sqrt(ex * ex + ey * ey);
        double cover = 0.5 + (r1 + t * (r2 - r1) - distance) / softness;
        int at = y * SIZE + x;
        ink[at] = Math.max(ink[at], Math.min(1, cover));
      }
    }
  }

  private void fit(List<Polyline> lines) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (Polyline line : lines) {
      for (int i = 0; i < line.size(); i++) {
        left = Math.min(left, line.x(i));
        right = Math.max(right, line.x(i));
        top = Math.min(top, line.y(i));
        bottom = Math.max(bottom, line.y(i));
      }
    }
    double scale = (BOX - 2 * radius) / Math.max(right - left, bottom - top);
    double mass = 0;
    double massX = 0;
    double massY = 0;
    for (Polyline line : lines) {
      for (int i = 0; i + 1 < line.size(); i++) {
        double dx = line.x(i + 1) - line.x(i);
        double dy = line.y(i + 1) - line.y(i);
        double length = Math.sqrt(dx * dx + dy * dy);
        mass += length;
        massX += length * (line.x(i) + line.x(i + 1)) / 2;
        massY += length * (line.y(i) + line.y(i + 1)) / 2;
      }
    }
    double shiftX = shift(massX / mass, left, right, scale);
    double shiftY = shift(massY / mass, top, bottom, scale);
    for (Polyline line : lines) {
      for (int i = 0; i < line.size(); i++) {
        line.set(i, line.x(i) * scale + shiftX, line.y(i) * scale + shiftY);
      }
    }
  }

  /** What to add to a scaled coordinate. */
  private double shift(double centre, double least, double most, double scale) {
    double room = MARGIN + radius;
    return Math.clamp(
        SIZE / 2.0 - centre * scale, room - least * scale, SIZE - room - most * scale);
  }
}
