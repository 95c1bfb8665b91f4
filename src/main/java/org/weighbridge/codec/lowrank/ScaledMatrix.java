package org.weighbridge.codec.lowrank;

import org.weighbridge.tensor.Shape;

/**
 * A layer as a matrix that is not higher than wide, turned where needed, with its largest weight
 * moved to 1/2 ... 1 by a power of two: sums of squares neither overflow nor vanish.
 *
 * @param exponent weights are the matrix times 2^exponent
 * @param turned whether rows of the layer are columns of the matrix
 */
record ScaledMatrix(Matrix matrix, int exponent, boolean turned) {
  static boolean turns(Shape shape) {
    return shape.rows() > shape.columns();
  }

  /**
   * The matrix of a layer.
   *
   * @param values finite
   */
  static ScaledMatrix of(Shape shape, float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    int exponent = largest == 0 ? 0 : Math.getExponent((double) largest) + 1;
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) Math.scalb((double) values[i], -exponent);
    }
    var matrix = new Matrix(shape.rows(), shape.columns(), scaled);
    boolean turned = turns(shape);
    return new ScaledMatrix(turned ? matrix.transposed() : matrix, exponent, turned);
  }

  /** The weights, no larger than floats can be. */
  float[] weights() {
    var upright = turned ? matrix.transposed() : matrix;
    float[] weights = new float[upright.values().length];
    for (int i = 0; i < weights.length; i++) {
      double value = Math.scalb((double) upright.values()[i], exponent);
      weights[i] = (float) Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE);
    }
    return weights;
  }
}
