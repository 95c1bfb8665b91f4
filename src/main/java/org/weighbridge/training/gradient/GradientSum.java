package org.weighbridge.training.gradient;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.job.StandingCrew;
import org.weighbridge.runtime.NativeTensor;

/** Adds the gradients of shards in their order, whichever thread had them, piece by piece. */
final class GradientSum {
  private static final int PIECE = 1 << 14;

  private final List<Piece> pieces = new ArrayList<>();

  /** A part of one parameter's values, small enough for the innermost caches. */
  private record Piece(int parameter, int from, int length) {}

  GradientSum(List<Parameter> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      int size = parameters.get(i).shape().size();
      for (int from = 0; from < size; from += PIECE) {
        pieces.add(new Piece(i, from, Math.min(PIECE, size - from)));
      }
    }
  }

  /**
   * Adds shards to sums.
   *
   * @param first whether these are the first ones: sums begin with them
   */
  void add(List<List<NativeTensor>> shards, boolean first, float[][] sums, StandingCrew crew) {
    int groups = Math.min(pieces.size(), crew.threads());
    crew.forEach(
        groups,
        group -> {
          float[] total = new float[PIECE];
          float[] some = new float[PIECE];
          for (int p = group; p < pieces.size(); p += groups) {
            add(pieces.get(p), shards, first, sums, total, some);
          }
        });
  }

  /** In an array of its own from index 0: so the compiler makes vectors of the loop. */
  private static void add(
      Piece piece,
      List<List<NativeTensor>> shards,
      boolean first,
      float[][] sums,
      float[] total,
      float[] some) {
    int from = piece.from;
    int length = piece.length;
    if (!first) {
      System.arraycopy(sums[piece.parameter], from, total, 0, length);
    }
    for (int s = 0; s < shards.size(); s++) {
      boolean begins = first && s == 0;
      shards.get(s).get(piece.parameter).values().get(from, begins ? total : some, 0, length);
      if (!begins) {
        for (int i = 0; i < length; i++) {
          total[i] += some[i];
        }
      }
    }
    System.arraycopy(total, 0, sums[piece.parameter], from, length);
  }
}
