package org.weighbridge.codec.sz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class PredictorTest {
  private static final int ROWS = 40;
  private static final int COLUMNS = 60;

  private interface Surface {
    double at(int row, int column);
  }

  private static Tensor layer(Surface surface, double noise, double density) {
    var random = new Random(4);
    float[] values = new float[ROWS * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      double value = surface.at(i / COLUMNS, i % COLUMNS) + noise * random.nextGaussian();
      values[i] = random.nextDouble() < density ? (float) value : 0f;
    }
    return new Tensor(Shape.of(ROWS, COLUMNS), values);
  }

  /** The predictor of the best composition, read from the head of the stream. */
  private static Predictor best(Tensor weights) {
    var settings = new CodecSettings(ErrorBound.absolute(0.01), Effort.FAST);
    var encoded = SzCodecs.sz().encode(weights, settings, Progress.none());
    var decoded = SzCodecs.sz().decode(encoded, Progress.none());
    assertTrue(BoundCheck.of(weights.values(), decoded.values(), 0.01).ok());
    return SzHead.read(new org.weighbridge.codec.ByteReader(encoded.bytes())).predictor();
  }

  @Test
  void whiteNoiseIsBestPredictedByZero() {
    assertEquals(Predictor.ZERO, best(layer((r, c) -> 0, 0.1, 1)));
    assertEquals(Predictor.ZERO, best(layer((r, c) -> 0, 0.1, 0.2)));
  }

  @Test
  void aPlaneIsBestPredictedByLorenzoInTwoDimensions() {
    assertEquals(
        Predictor.LORENZO_2D,
        best(layer((r, c) -> 3 * Math.sin(0.3 * r) + 5 * Math.sin(0.8 * c), 0, 1)));
  }

  @Test
  void aSlopeAlongRowsIsBestPredictedByTheWeightBefore() {
    double[] walk = new double[ROWS * COLUMNS];
    var random = new Random(2);
    for (int i = 1; i < walk.length; i++) {
      walk[i] = walk[i - 1] + 0.03 * random.nextGaussian();
    }
    assertEquals(Predictor.LORENZO, best(layer((r, c) -> walk[r * COLUMNS + c], 0, 1)));
  }

  @Test
  void rowsAndColumnsWithLevelsOfTheirOwnArePredictedByMeans() {
    var random = new Random(9);
    double[] level = new double[COLUMNS];
    java.util.Arrays.setAll(level, i -> 3 * random.nextGaussian());
    assertEquals(Predictor.ROW_MEAN, best(layer((r, c) -> level[r], 0.1, 1)));
    assertEquals(Predictor.ROW_MEAN, best(layer((r, c) -> level[r], 0.1, 0.5)));
    assertEquals(Predictor.COLUMN_MEAN, best(layer((r, c) -> level[c], 0.1, 1)));
  }

  @Test
  void twoDimensionsSeeRowsThatAreSkipped() {
    var shape = Shape.of(6, 3);
    var mask = Mask.empty(shape);
    for (int kept : new int[] {0, 1, 4, 13}) {
      mask.set(kept);
    }
    var prediction = Predictor.LORENZO_2D.start(mask);
    assertEquals(0f, prediction.next(0));
    prediction.decoded(0, 1f);
    assertEquals(1f, prediction.next(1));
    prediction.decoded(1, 5f);
    // left 0, above 5, above left 1
    assertEquals(4f, prediction.next(4));
    prediction.decoded(4, 7f);
    // two rows without anything are between
    assertEquals(0f, prediction.next(13));
  }
}
