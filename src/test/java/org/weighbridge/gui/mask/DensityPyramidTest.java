package org.weighbridge.gui.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class DensityPyramidTest {
  private static final long SEED = 20261122;

  static Tensor sparse(double keep, int... dims) {
    Shape shape = Shape.of(dims);
    float[] values = new float[shape.size()];
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < values.length; i++) {
      if (random.nextDouble() < keep) {
        values[i] = (float) (random.nextDouble() - 0.5);
      }
    }
    return new Tensor(shape, values);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,7", "9,1", "4,4", "5,3", "37,64", "130,70", "300,784"})
  void everyLevelCountsWhatIsThere(int rows, int columns) {
    Tensor tensor = sparse(0.3, rows, columns);
    DensityPyramid pyramid = DensityPyramid.of(tensor);
    assertEquals(tensor.nonZeros(), pyramid.kept(), "seed " + SEED);
    for (DensityPyramid.Level level : pyramid.levels()) {
      int side = 1 << level.shift();
      for (int row = 0; row < level.rows(); row++) {
        for (int column = 0; column < level.columns(); column++) {
          int count = 0;
          float extreme = 0;
          for (int r = row * side; r < Math.min(rows, (row + 1) * side); r++) {
            for (int c = column * side; c < Math.min(columns, (column + 1) * side); c++) {
              float weight = tensor.values()[r * columns + c];
              count += weight != 0 ? 1 : 0;
              extreme = Math.abs(weight) > Math.abs(extreme) ? weight : extreme;
            }
          }
          String cell = "seed " + SEED + " side " + side + " cell " + row + "," + column;
          assertEquals(count, level.kept()[row * level.columns() + column], cell);
          float found = level.extreme()[row * level.columns() + column];
          assertEquals(Math.abs(extreme), Math.abs(found), cell);
        }
      }
    }
    DensityPyramid.Level last = pyramid.levels().getLast();
    assertEquals(1, last.rows() * last.columns());
  }

  @Test
  void aBlockIsTheSameFromTheWeightsAndFromCells() {
    Tensor tensor = sparse(0.2, 45, 83);
    DensityPyramid pyramid = DensityPyramid.of(tensor);
    for (int level = 0; level < pyramid.levels().size(); level++) {
      int side = 1 << pyramid.levels().get(level).shift();
      int toRow = Math.min(45, 2 * side);
      int toColumn = Math.min(83, 3 * side);
      assertEquals(
          pyramid.density(-1, 0, toRow, 0, toColumn),
          pyramid.density(level, 0, toRow, 0, toColumn),
          1e-6,
          "level " + level);
      assertEquals(
          Math.abs(pyramid.extreme(-1, 0, toRow, 0, toColumn)),
          Math.abs(pyramid.extreme(level, 0, toRow, 0, toColumn)),
          "level " + level);
    }
    // the cells at the edge cover fewer weights
    assertEquals(pyramid.density(-1, 44, 45, 80, 83), pyramid.density(0, 44, 45, 80, 83), 1e-6);
  }

  @Test
  void strangeNumbersAreKeptAndDoNotSpoilTheScale() {
    float[] values = new float[64];
    values[0] = Float.NaN;
    values[1] = Float.POSITIVE_INFINITY;
    values[2] = -0.0f;
    values[3] = Float.MIN_VALUE;
    values[4] = 0.5f;
    values[5] = -0.5f;
    DensityPyramid pyramid = DensityPyramid.of(new Tensor(Shape.of(8, 8), values));
    assertEquals(5, pyramid.kept());
    assertEquals(3 * Math.sqrt(0.5 / 3), pyramid.scale(), 1e-6);
    assertTrue(Float.isNaN(pyramid.extreme(0, 0, 1, 0, 1)), "NaN must be seen");
    assertEquals(Colours.NOT_A_NUMBER, Colours.weight(Float.NaN, 1));
  }

  @Test
  void emptyAndAllZeroLayersHavePyramidsToo() {
    assertEquals(0, DensityPyramid.of(Tensor.of(Shape.of(0, 5))).kept());
    DensityPyramid zeros = DensityPyramid.of(new Tensor(Shape.of(20, 30), new float[600]));
    assertEquals(0, zeros.kept());
    assertEquals(0, zeros.scale());
    assertEquals(Colours.weight(0, 1), Colours.weight(0, zeros.scale()));
  }

  @Test
  void convolutionsAreSeenAsMatrices() {
    DensityPyramid pyramid = DensityPyramid.of(sparse(0.5, 20, 3, 5, 5));
    assertEquals(20, pyramid.rows());
    assertEquals(75, pyramid.columns());
  }

  @Test
  void theBrightestColourFollowsTheDensity() {
    assertEquals(1, DensityPyramid.of(sparse(1, 200, 200)).topDensity());
    float sparse = DensityPyramid.of(sparse(0.02, 2000, 2000)).topDensity();
    assertTrue(sparse >= 0.02 && sparse <= 0.1, "top density " + sparse);
  }

  @Test
  void readsTheLargestLayerOfAlexNet() {
    Tensor tensor = sparse(0.09, 4096, 9216);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      var shading = Shading.of(MaskSource.of(tensor, "fc6"), MaskMode.MASK);
      DensityPyramid pyramid = shading.pyramid();
      best = Math.min(best, System.nanoTime() - start);
      assertEquals(0.09, pyramid.kept() / (double) tensor.size(), 0.001, "seed " + SEED);
      int[] pixels = new int[800 * 600];
      start = System.nanoTime();
      new MaskPainter(shading).paint(Viewport.fit(4096, 9216, 800, 600), pixels, 800, 600);
      System.getLogger("mask")
          .log(
              System.Logger.Level.INFO,
              "4096 x 9216: pyramid {0} ms, painted on 800 x 600 in {1} ms",
              best / 1_000_000,
              (System.nanoTime() - start) / 1_000_000);
    }
  }
}
