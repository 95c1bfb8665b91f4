package org.weighbridge.codec.lowrank;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.SymmetricQRAlgorithmDecomposition_FDRM;
import org.ejml.dense.row.decomposition.hessenberg.TridiagonalDecompositionHouseholder_FDRM;
import org.weighbridge.job.Progress;

/**
 * Left singular vectors of a matrix, strongest first: eigenvectors of its Gram matrix, by EJML's
 * symmetric QR algorithm on one thread.
 *
 * <p>Floats lose singular values below some 10^-4 of the largest one in the Gram matrix. That costs
 * nothing here: vectors come out orthonormal to the last bits whatever they span, and what each of
 * them holds is measured on the matrix itself.
 */
final class Spectrum {
  private Spectrum() {}

  /**
   * The vectors.
   *
   * @param matrix of few rows: the time grows with their third power, 0.1 s for 300
   * @return one vector per row
   */
  static Matrix vectors(Matrix matrix, Progress progress) {
    int size = matrix.rows();
    if (size <= 1) {
      return new Matrix(size, size, size == 0 ? new float[0] : new float[] {1f});
    }
    var gram = matrix.times(matrix.transposed(), progress);
    progress.check();
    var eigen =
        new SymmetricQRAlgorithmDecomposition_FDRM(
            new TridiagonalDecompositionHouseholder_FDRM(), true);
    if (!eigen.decompose(FMatrixRMaj.wrap(size, size, gram.values()))) {
      throw new IllegalStateException("no convergence of " + size + " eigenvalues");
    }
    progress.check();
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparing(i -> -eigen.getEigenvalue(i).real))
            .mapToInt(i -> i)
            .toArray();
    float[] vectors = new float[size * size];
    for (int i = 0; i < size; i++) {
      float[] vector = eigen.getEigenVector(order[i]).data;
      System.arraycopy(vector, 0, vectors, i * size, size);
    }
    return new Matrix(size, size, vectors);
  }
}
