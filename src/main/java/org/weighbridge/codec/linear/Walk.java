package org.weighbridge.codec.linear;

/** The grids of weights that are looked at from front to back. */
final class Walk {
  private final Grids grids;
  private int channel;
  private long end;
  private Grid grid;

  Walk(Grids grids, int from) {
    this.grids = grids;
    this.channel = from / grids.columns();
    this.end = (channel + 1L) * grids.columns();
    this.grid = grids.of(channel);
  }

  /** The grid of a weight, not before the one asked for last. */
  Grid at(int position) {
    if (position >= end) {
      channel = position / grids.columns();
      end = (channel + 1L) * grids.columns();
      grid = grids.of(channel);
    }
    return grid;
  }
}
