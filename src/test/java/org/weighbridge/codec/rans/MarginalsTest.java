package org.weighbridge.codec.rans;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

class MarginalsTest {
  @Test
  void countsRowsAndColumns() {
    var random = new Random(79);
    for (var shape : new Shape[] {Shape.of(1, 1), Shape.of(600, 3), Shape.of(1200, 2049)}) {
      for (double density : new double[] {0.1, 1}) {
        var mask = Mask.of(shape, i -> random.nextDouble() < density);
        int[] rows = new int[shape.rows()];
        int[] columns = new int[shape.columns()];
        for (int position : mask.positions()) {
          rows[position / columns.length]++;
          columns[position % columns.length]++;
        }
        var marginals = Marginals.of(mask, Progress.none());
        assertArrayEquals(rows, marginals.rows(), "seed 79, " + shape);
        assertArrayEquals(columns, marginals.columns(), "seed 79, " + shape);
      }
    }
  }
}
