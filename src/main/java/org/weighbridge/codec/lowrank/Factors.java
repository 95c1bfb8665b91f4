package org.weighbridge.codec.lowrank;

import java.util.Optional;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.sz.SzCodecs;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Two thin matrices, U sqrt(S) and sqrt(S) V', whose product stands for a matrix; rank rows each.
 *
 * @param left for the smaller side of the matrix
 * @param right for the larger one
 * @param bound the largest error that they may be stored with
 */
record Factors(Matrix left, Matrix right, double bound) {
  private static final LayerCodec SZ = SzCodecs.sz();

  /** The share of what truncation loses that rounding of the factors may lose beside it. */
  private static final double ROUNDING = 0.1;

  /** Least error of factors beside that of all, for factors that lose nothing by truncation. */
  private static final double LEAST_LOSS = 1e-8;

  /**
   * The factors of least rank that hold a share of the energy.
   *
   * @param matrix with no more rows than columns, of ordinary size
   * @param share of the energy to keep
   * @param most the largest rank
   * @return empty when factors would hold no fewer numbers than the matrix
   */
  static Optional<Factors> of(Matrix matrix, double share, int most, Progress progress) {
    long numbers = (long) matrix.rows() * matrix.columns();
    // the least rank that does not pay
    int tooMany = Math.ceilDiv((int) numbers, Math.max(1, matrix.rows() + matrix.columns()));
    double energy = matrix.energy();
    int wanted = Math.min(most, tooMany);
    var basis = Basis.of(matrix, share * energy, wanted, progress);
    int rank = Math.min(most, basis.rank(share * energy));
    if (rank >= tooMany) {
      return Optional.empty();
    }
    var left = basis.vectors().top(rank);
    var right = basis.shadows().top(rank);
    double lost = Math.max(energy - right.energy(), LEAST_LOSS * energy);
    double strength = 0;
    for (int i = 0; i < rank; i++) {
      double singular = Math.sqrt(right.energy(i));
      strength += singular;
      left.scaleRow(i, Math.sqrt(singular));
      right.scaleRow(i, singular == 0 ? 0 : 1 / Math.sqrt(singular));
    }
    return Optional.of(new Factors(left, right, bound(matrix, lost, strength)));
  }

  /**
   * Errors spread evenly up to b have the energy b²/3 each. One in a row of a factor meets a row of
   * the other factor, whose energy is the singular value; so rounding costs (rows + columns) b²/3
   * times the sum of singular values.
   */
  private static double bound(Matrix matrix, double lost, double strength) {
    double bound =
        Math.sqrt(3 * ROUNDING * lost / ((matrix.rows() + (double) matrix.columns()) * strength));
    return bound > 0 && Double.isFinite(bound) ? (float) bound : Float.MIN_NORMAL;
  }

  /** The rank (varint), then the streams of SZ of both, the first one after its size (varint). */
  Factors write(ByteWriter out, Effort effort, Progress progress) {
    byte[] first = coded(left, effort, progress);
    byte[] second = coded(right, effort, progress);
    out.varint(left.rows()).varint(first.length).bytes(first).varint(second.length).bytes(second);
    return new Factors(decoded(first, left, progress), decoded(second, right, progress), bound);
  }

  private byte[] coded(Matrix factor, Effort effort, Progress progress) {
    var settings = CodecSettings.absolute(bound).withEffort(effort);
    var tensor = new Tensor(Shape.of(factor.rows(), factor.columns()), factor.values());
    return SZ.encode(tensor, settings, progress).bytes();
  }

  private static Matrix decoded(byte[] stream, Matrix like, Progress progress) {
    return decoded(stream, like.rows(), like.columns(), progress);
  }

  private static Matrix decoded(byte[] stream, int rows, int columns, Progress progress) {
    var tensor = SZ.decode(stream, SZ.version(), Shape.of(rows, columns), progress);
    return new Matrix(rows, columns, tensor.values());
  }

  /** What {@link #write} wrote, for a matrix of that size. */
  static Factors read(ByteReader in, int rows, int columns, Progress progress) {
    int rank = in.count(rows);
    if (rank * ((long) rows + columns) > (long) rows * columns) {
      throw new MalformedStreamException(0, "factors larger than their layer");
    }
    var left = decoded(in.counted(), rank, rows, progress);
    var right = decoded(in.counted(), rank, columns, progress);
    return new Factors(left, right, 0);
  }

  Matrix product(Progress progress) {
    return left.transposed().times(right, progress);
  }
}
