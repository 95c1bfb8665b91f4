package org.weighbridge.gui.mask;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weighbridge.tensor.DistinctValues;
import org.weighbridge.tensor.Tensor;

/**
 * What makes colours of a layer's weights in one mode. Reading a layer takes a while: not on the
 * window's thread.
 *
 * @param reach the value with the strongest colour, where colours mean values
 * @param levels the decoded values, where colours mean their ranks
 */
record Shading(
    MaskSource source,
    MaskMode mode,
    DensityPyramid pyramid,
    double reach,
    @Nullable DistinctValues levels) {
  static Shading of(MaskSource source, MaskMode mode) {
    Tensor decoded = source.decoded();
    Tensor shown = source.asDecoded() && decoded != null ? decoded : source.original();
    return switch (mode) {
      case MASK -> new Shading(source, mode, DensityPyramid.of(shown), 1, null);
      case WEIGHTS -> {
        var pyramid = DensityPyramid.of(shown);
        yield new Shading(source, mode, pyramid, pyramid.scale(), null);
      }
      case ERROR -> {
        var error = Values.error(source.original(), Objects.requireNonNull(decoded));
        yield new Shading(source, mode, DensityPyramid.of(error), source.bound(), null);
      }
      case BINS -> {
        var pyramid = DensityPyramid.of(Objects.requireNonNull(decoded));
        yield new Shading(source, mode, pyramid, 1, DistinctValues.of(decoded.values()));
      }
    };
  }

  /** The same colours for the same values as in another picture beside it. */
  Shading withReach(double other) {
    return new Shading(source, mode, pyramid, other, levels);
  }

  /** The colour of a block of weights; parameters as of {@link DensityPyramid#density}. */
  int colour(int level, int fromRow, int toRow, int fromColumn, int toColumn) {
    if (mode == MaskMode.MASK) {
      return Colours.density(
          pyramid.density(level, fromRow, toRow, fromColumn, toColumn), pyramid.topDensity());
    }
    float extreme = pyramid.extreme(level, fromRow, toRow, fromColumn, toColumn);
    return levels == null ? Colours.weight(extreme, (float) reach) : rankColour(levels, extreme);
  }

  private static int rankColour(DistinctValues levels, float value) {
    int rank = levels.rank(value);
    return rank < 0 ? Colours.ZERO : Colours.density(rank, Math.max(1, levels.size() - 1));
  }
}
