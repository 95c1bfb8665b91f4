package org.weighbridge.benchmark;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Pruned layers of the size and the statistics of well-known ones, the same for a seed on every
 * machine.
 *
 * <p>A weight in row r and column c is kept with probability d, where the log-odds of d are a + R_r
 * + C_c + P_p: independent normal deviates for the row (output), the column (input) and the
 * position p = c mod side² within a channel; a makes the mean of d the density asked for. While d
 * is small this is a lognormal density of rows, columns and positions. The weight is Laplace, cut
 * off at a threshold t as pruning by magnitude leaves it: |w| = t · ln u / ln d with u uniform in
 * (0, d), so that denser places hold larger weights, as they do in trained layers.
 *
 * <p>Spreads and threshold are chosen so that the AlexNet layer meets what was measured for such
 * layers: bits per kept weight of the mask 4.85 as independent draws and 4.01 given rows and
 * columns, order-0 entropy of the bins 1.83 bits at a bound of 0.01.
 */
public enum SyntheticLayer {
  /** AlexNet's fc6 as ONNX stores it: 4096 × (256 channels of 6 × 6), 9 % kept. */
  ALEXNET_FC6("alexnet-fc6", 256, 6, 0.09, 0.88, 0.0132),
  /** VGG-16's fc6: 4096 × (512 channels of 7 × 7), 4 % kept. */
  VGG_FC6("vgg-fc6", 512, 7, 0.04, 1.0, 0.0185);

  private static final int ROWS = 4096;

  /** Standard deviation of the effect of a position. */
  private static final double POSITION_SPREAD = 0.3;

  /** The density is balanced on so many quantiles of rows and of columns. */
  private static final int QUANTILES = 256;

  private final String id;
  private final int channels;
  private final int side;
  private final double density;
  private final double spread;
  private final double threshold;

  SyntheticLayer(
      String id, int channels, int side, double density, double spread, double threshold) {
    this.id = id;
    this.channels = channels;
    this.side = side;
    this.density = density;
    this.spread = spread;
    this.threshold = threshold;
  }

  /** Its name on the command line. */
  public String id() {
    return id;
  }

  public static Optional<SyntheticLayer> byId(String id) {
    return Arrays.stream(values()).filter(layer -> layer.id.equals(id)).findFirst();
  }

  public Shape shape() {
    return Shape.of(ROWS, channels * side * side);
  }

  /** How it is made, in one line. */
  public String description() {
    return ("%d outputs x (%d channels of %d x %d); log-odds of being kept normal by row and column"
            + " (spread %s each) and position (%s), mean density %s;"
            + " Laplace magnitudes above a threshold of %s")
        .formatted(ROWS, channels, side, side, spread, POSITION_SPREAD, density, threshold);
  }

  /** The weights for a seed. */
  public Tensor generate(long seed, Progress progress) {
    var random = new SplittableRandom(seed);
    double[] rows = odds(ROWS, spread, random);
    double[] columns = odds(shape().columns(), spread, random);
    double[] positions = odds(side * side, POSITION_SPREAD, random);
    for (int c = 0; c < columns.length; c++) {
      columns[c] *= positions[c % positions.length];
    }
    double base = base(rows, columns);
    long[] seeds = random.longs(ROWS).toArray();
    float[] values = new float[shape().size()];
    WorkPool.forEach(
        ROWS,
        r -> {
          progress.check();
          fill(values, r * columns.length, base * rows[r], columns, seeds[r]);
        });
    return new Tensor(shape(), values);
  }

  private void fill(float[] values, int from, double rowOdds, double[] columns, long seed) {
    var random = new SplittableRandom(seed);
    for (int c = 0; c < columns.length; c++) {
      double odds = rowOdds * columns[c];
      double kept = odds / (1 + odds);
      double u = 1 - random.nextDouble();
      if (u < kept) {
        double magnitude = threshold * StrictMath.log(u) / StrictMath.log(kept);
        values[from + c] = (float) (random.nextBoolean() ? magnitude : -magnitude);
      }
    }
  }

  /** e to the power of normal deviates, by the polar method. */
  private static double[] odds(int count, double spread, SplittableRandom random) {
    double[] odds = new double[count];
    for (int i = 0; i < count; ) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        double deviate = x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        odds[i++] = StrictMath.exp(spread * deviate);
      }
    }
    return odds;
  }

  /** The odds that make the mean probability the density asked for, by bisection. */
  private double base(double[] rows, double[] columns) {
    double[] someRows = quantiles(rows);
    double[] someColumns = quantiles(columns);
    double low = 0;
    double high = 1;
    for (int step = 0; step < 50; step++) {
      double middle = (low + high) / 2;
      if (meanProbability(middle, someRows, someColumns) < density) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double[] quantiles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] quantiles = new double[QUANTILES];
    for (int i = 0; i < QUANTILES; i++) {
      quantiles[i] = sorted[(2 * i + 1) * sorted.length / (2 * QUANTILES)];
    }
    return quantiles;
  }

  private static double meanProbability(double base, double[] rows, double[] columns) {
    double sum = 0;
    for (double row : rows) {
      for (double column : columns) {
        double odds = base * row * column;
        sum += odds / (1 + odds);
      }
    }
    return sum / (rows.length * columns.length);
  }
}
