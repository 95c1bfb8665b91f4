package org.weighbridge.codec.lowrank;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_FDRM;
import org.weighbridge.job.Progress;

/**
 * Orthonormal vectors in the space of a matrix's columns, strongest first, and the matrix seen from
 * them.
 *
 * @param vectors one per row
 * @param shadows the vectors' products with the matrix, one per row; the energy of the matrix less
 *     theirs is the error of what they span
 */
record Basis(Matrix vectors, Matrix shadows) {
  /** Up to here all vectors are found at once, and exactly. */
  private static final int EXACT = 400;

  /** Vectors that are looked for at once beyond. */
  private static final int BLOCK = 96;

  private static final int POWER_ITERATIONS = 2;
  private static final long SEED = 0x5eed;

  /**
   * Vectors that hold the energy asked for, if there are so many, and perhaps some more.
   *
   * @param matrix with no more rows than columns
   * @param energy the sum of squares to hold
   * @param most no more vectors than this are of use
   */
  static Basis of(Matrix matrix, double energy, int most, Progress progress) {
    if (matrix.rows() <= EXACT) {
      var vectors = Spectrum.vectors(matrix, progress);
      return new Basis(vectors, vectors.times(matrix, progress)).sorted();
    }
    return found(matrix, energy, most, progress);
  }

  /**
   * Blocks of random combinations of columns, made sharper by power iterations, each without what
   * the blocks before it hold (Halko, Martinsson and Tropp, 2011, algorithm 4.4; in blocks as by
   * Martinsson and Voronin, 2016).
   */
  private static Basis found(Matrix matrix, double energy, int most, Progress progress) {
    var random = new SplittableRandom(SEED);
    var turned = matrix.transposed();
    var all = new Basis(Matrix.zero(0, matrix.rows()), Matrix.zero(0, matrix.columns()));
    double held = 0;
    while (held < energy && all.vectors.rows() < Math.min(most, matrix.rows())) {
      int size = Math.min(BLOCK, matrix.rows() - all.vectors.rows());
      var block = all.without(gaussian(size, matrix.rows(), random), progress);
      for (int i = 0; i < POWER_ITERATIONS; i++) {
        var mapped = block.times(matrix, progress).times(turned, progress);
        block = all.without(orthonormal(mapped), progress);
      }
      // rounding leaves something of the other blocks; the second time it is gone
      block = orthonormal(all.without(orthonormal(block), progress));
      var shadows = block.times(matrix, progress);
      var turn = Spectrum.vectors(shadows, progress);
      var more = new Basis(turn.times(block, progress), turn.times(shadows, progress));
      all = new Basis(all.vectors.above(more.vectors), all.shadows.above(more.shadows));
      held += more.shadows.energy();
    }
    return all.sorted();
  }

  private static Matrix gaussian(int rows, int columns, SplittableRandom random) {
    var noise = Matrix.zero(rows, columns);
    for (int i = 0; i < noise.values().length; i++) {
      noise.values()[i] = (float) random.nextGaussian();
    }
    return noise;
  }

  /** The same without its parts along these vectors. */
  private Matrix without(Matrix block, Progress progress) {
    if (vectors.rows() == 0) {
      return block;
    }
    var along = block.times(vectors.transposed(), progress).times(vectors, progress);
    float[] rest = block.values().clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= along.values()[i];
    }
    return new Matrix(block.rows(), block.columns(), rest);
  }

  /** Orthonormal vectors that span the same, by EJML's Householder reflections. */
  private static Matrix orthonormal(Matrix block) {
    var columns = block.transposed();
    var qr = new QRDecompositionHouseholderColumn_FDRM();
    if (!qr.decompose(FMatrixRMaj.wrap(columns.rows(), columns.columns(), columns.values()))) {
      throw new IllegalStateException("no orthonormal vectors");
    }
    var q = qr.getQ(null, true);
    return new Matrix(q.numRows, q.numCols, q.data).transposed();
  }

  private Basis sorted() {
    int[] order =
        IntStream.range(0, shadows.rows())
            .boxed()
            .sorted(Comparator.comparing(row -> -shadows.energy(row)))
            .mapToInt(row -> row)
            .toArray();
    return new Basis(vectors.rows(order), shadows.rows(order));
  }

  /** The fewest of these vectors that hold some energy; all when they do not. */
  int rank(double energy) {
    double held = 0;
    int rank = 0;
    while (rank < shadows.rows() && held < energy) {
      held += shadows.energy(rank++);
    }
    return rank;
  }
}
