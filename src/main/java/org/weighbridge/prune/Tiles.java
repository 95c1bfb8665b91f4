package org.weighbridge.prune;

import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Every block of the matrix is a unit, row by row. */
final class Tiles implements Units {
  private final Tensor tensor;
  private final int height;
  private final int width;
  private final int perRow;
  private final float[] sizes;

  Tiles(Tensor tensor, int height, int width, Norm norm) {
    this.tensor = tensor;
    this.height = height;
    this.width = width;
    perRow = Math.ceilDiv(tensor.shape().columns(), width);
    int perColumn = Math.ceilDiv(tensor.shape().rows(), height);
    sizes = new float[Math.multiplyExact(perRow, perColumn)];
    float[] values = tensor.values();
    WorkPool.forEach(perColumn, row -> measure(values, row, norm));
  }

  private void measure(float[] values, int tileRow, Norm norm) {
    int columns = tensor.shape().columns();
    int end = Math.min(tensor.shape().rows(), (tileRow + 1) * height);
    var sums = new double[perRow];
    for (int row = tileRow * height; row < end; row++) {
      for (int column = 0; column < columns; column++) {
        sums[column / width] += norm.of(values[row * columns + column]);
      }
    }
    for (int tile = 0; tile < perRow; tile++) {
      int unit = tileRow * perRow + tile;
      sizes[unit] = (float) norm.perWeight(sums[tile], weights(unit));
    }
  }

  @Override
  public float[] sizes() {
    return sizes;
  }

  @Override
  public int weights(int unit) {
    int tall = Math.min(height, tensor.shape().rows() - unit / perRow * height);
    int wide = Math.min(width, tensor.shape().columns() - unit % perRow * width);
    return tall * wide;
  }

  @Override
  public Shape shape() {
    return Shape.of(sizes.length);
  }

  @Override
  public Mask weights(Mask kept) {
    float[] values = tensor.values();
    int columns = tensor.shape().columns();
    return Mask.of(
        tensor.shape(),
        i -> kept.get(i / columns / height * perRow + i % columns / width) && values[i] != 0,
        Progress.none());
  }
}
