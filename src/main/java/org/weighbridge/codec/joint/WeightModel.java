package org.weighbridge.codec.joint;

import static org.weighbridge.codec.mixing.LogisticDistribution.CERTAIN;

import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.ContextMixer;
import org.weighbridge.codec.mixing.Levels;
import org.weighbridge.codec.mixing.LogisticDistribution;

/**
 * Codes one weight after the other: kept or not, outlier or not, sign, magnitude. Each decision is
 * predicted by mixing what a forecast's distribution says with what happened in similar contexts.
 *
 * <p>Numbers are weights in quarters of their mean magnitude.
 */
final class WeightModel {
  /** In place of a symbol: the weight is not kept. */
  static final int NOT_KEPT = -1;

  private static final int LEARNING = 17;
  private static final double LARGEST = 64;

  private final Surroundings around;
  private final Forecasts forecasts;
  private final LogisticDistribution distribution = new LogisticDistribution();
  private final ContextMixer presence;
  private final ContextMixer outlier = new ContextMixer(1, LEARNING, 1);
  private final ContextMixer sign = ContextMixer.withInputs(1, LEARNING, 81, 41, 61 * 16, 61 * 61);
  private final MagnitudeMixer magnitude = new MagnitudeMixer(LEARNING);
  private final Average[] columnAverage;
  private Average rowAverage = new Average();

  /** Magnitude of a bin in the numbers that forecasts work with. */
  private final double step;

  private final boolean outliers;
  private int rowsBefore = -1;
  private int kept;
  private int seen;

  /**
   * A model that knows nothing yet.
   *
   * @param columns how many live columns there are
   * @param outliers whether any occur
   */
  WeightModel(
      Surroundings around, Forecasts forecasts, int columns, double step, boolean outliers) {
    this.around = around;
    this.forecasts = forecasts;
    this.step = step;
    this.outliers = outliers;
    presence =
        ContextMixer.withInputs(
            1, LEARNING, 256, Math.max(1, columns), 1 << 13, 241, 101 * 16, 256);
    columnAverage = new Average[columns];
    for (int i = 0; i < columns; i++) {
      columnAverage[i] = new Average();
    }
  }

  /** A running mean of magnitudes. */
  private static final class Average {
    private double sum;
    private int count;

    void add(double magnitude) {
      sum += magnitude;
      count++;
    }

    /** The level of four times the average, 0 while there is none. */
    int level() {
      return count == 0 ? 0 : Levels.of((int) (4 * sum / count));
    }
  }

  void startRow() {
    around.startRow();
    forecasts.startRow();
    rowAverage = new Average();
    rowsBefore++;
    kept = 0;
    seen = 0;
  }

  void endRow() {
    forecasts.endRow();
  }

  /**
   * Codes a weight.
   *
   * @param positions codes whether it is kept
   * @param bins codes the rest
   * @param column where it is
   * @param live which of the live columns that is
   * @param symbol {@link #NOT_KEPT} or its symbol
   */
  int code(BitCoder positions, BitCoder bins, int column, int live, int symbol) {
    around.look(column, rowsBefore, kept, seen);
    forecasts.predict(around, live);
    distribution.set(forecasts.expected(), forecasts.scale());
    int coded = NOT_KEPT;
    double value = 0;
    boolean present = codePresence(positions, column, live, symbol != NOT_KEPT);
    if (present) {
      coded = codeSymbol(bins, live, symbol);
      int bin = bin(coded);
      value = Math.clamp(bin * step, -LARGEST, LARGEST);
      rowAverage.add(Math.abs(value));
      columnAverage[live].add(Math.abs(value));
      kept++;
    }
    seen++;
    forecasts.learn(around, live, value, present);
    around.put(column, value, present);
    return coded;
  }

  /** The bin of a symbol; 0 for an outlier. */
  private static int bin(int symbol) {
    int folded = Math.max(0, symbol - 1);
    return folded >>> 1 ^ -(folded & 1);
  }

  private boolean codePresence(BitCoder coder, int column, int live, boolean isKept) {
    double left = around.left();
    double above = around.above();
    double plane = left + above - around.aboveLeft();
    int sameSign = Math.signum(left) == Math.signum(above) ? 1 : 0;
    int rowDensity = Levels.density(kept, seen);
    int columnDensity = Levels.density(around.keptInColumn(column), rowsBefore);
    int density = Levels.density(around.keptAround(column), rowsBefore * around.around());
    double present = forecasts.present();
    presence.context(0, rowDensity << 4 | columnDensity);
    presence.context(1, live);
    presence.context(
        2, (level(2 * plane) << 9) | (density << 5) | (level(2 * (left + above)) << 1) | sameSign);
    presence.context(3, step(present, 32, 120));
    presence.context(4, step(present, 8, 50) << 4 | level(4 * forecasts.neighbourly()));
    presence.context(5, level(8 * forecasts.expected()) << 4 | columnDensity);
    int zero = distribution.below(step / 2) - distribution.below(-step / 2);
    presence.input(0, LogisticDistribution.logit(CERTAIN - zero, CERTAIN));
    return presence.code(coder, isKept ? 1 : 0) != 0;
  }

  private int codeSymbol(BitCoder coder, int live, int symbol) {
    if (outliers && outlier.code(coder, symbol == JointCoder.OUTLIER ? 1 : 0) != 0) {
      return JointCoder.OUTLIER;
    }
    int bin = bin(symbol);
    int negative = codeSign(coder, bin < 0 ? 1 : 0);
    magnitude.look(
        negative == 0 ? 1 : -1,
        around,
        forecasts.expected(),
        rowAverage.level(),
        columnAverage[live].level());
    int size = magnitude.code(coder, Math.abs(bin), distribution, step);
    return 2 * size + (negative == 0 ? 1 : 0);
  }

  private int codeSign(BitCoder coder, int negative) {
    double expected = forecasts.expected();
    double neighbourly = forecasts.neighbourly();
    sign.context(
        0,
        three(around.left())
            + 3 * three(around.above())
            + 9 * three(around.aboveRight())
            + 27 * three(around.aboveLeft()));
    sign.context(1, step(around.toward(), 1, 20));
    sign.context(2, step(neighbourly, 2, 30) << 4 | rowAverage.level());
    sign.context(3, 61 * step(expected, 1, 30) + step(neighbourly, 1, 30));
    int below = distribution.below(-step / 2);
    int beyond = CERTAIN - distribution.below(step / 2);
    sign.input(0, LogisticDistribution.logit(below, below + beyond));
    return sign.code(coder, negative);
  }

  private static int three(double value) {
    return (int) Math.signum(value) + 1;
  }

  /** The level of a magnitude. */
  private static int level(double value) {
    return Levels.of((int) Math.abs(value));
  }

  /** 0 to 2 × largest: a number in so many steps per unit, rounded down. */
  static int step(double value, int perUnit, int largest) {
    return (int) Math.clamp(Math.floor(value * perUnit), -largest, largest) + largest;
  }
}
