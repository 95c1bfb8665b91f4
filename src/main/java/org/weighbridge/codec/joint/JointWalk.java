package org.weighbridge.codec.joint;

import java.util.Arrays;
import org.weighbridge.codec.joint.JointCoder.Layer;
import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.LiveLines;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;

/**
 * The way through a layer, the same for encoding and decoding: flags of the rows and columns that
 * keep anything, then the weights in them, row by row.
 */
final class JointWalk {
  /** Rows that regressions look back to: at most this, and fewer in larger layers. */
  private static final int MAX_MEMORY = 64;

  private static final int MEMORY_POSITIONS = 1 << 19;

  private final Mask mask;
  private final int period;
  private final boolean outliers;

  private final int unit;

  JointWalk(Mask mask, int period, boolean outliers, int unit) {
    this.mask = mask;
    this.period = period;
    this.outliers = outliers;
    this.unit = unit;
  }

  /**
   * Codes the layer; when decoding, mask and symbols are empty before.
   *
   * @param positions codes what tells positions
   * @param bins codes the rest of the same stream
   * @return what was coded
   */
  Layer code(BitCoder positions, BitCoder bins, int[] symbols, Progress progress) {
    boolean[] rowLives = LiveLines.rows(mask);
    boolean[] columnLives = LiveLines.columns(mask);
    LiveLines.code(positions, rowLives);
    LiveLines.code(positions, columnLives);
    int[] rows = LiveLines.of(rowLives);
    int[] columns = LiveLines.of(columnLives);
    int live = rows.length * columns.length;
    int[] coded = new int[live];
    int memory = Math.min(MAX_MEMORY, MEMORY_POSITIONS / Math.max(1, live));
    var model =
        new WeightModel(
            new Surroundings(mask.columns(), period),
            new Forecasts(columns.length, memory),
            columns.length,
            4.0 / unit,
            outliers);
    int count = 0;
    for (int r = 0; r < rows.length; r++) {
      progress.check();
      model.startRow();
      for (int j = 0; j < columns.length; j++) {
        if ((j & 0xfff) == 0xfff) {
          progress.check();
        }
        int position = rows[r] * mask.columns() + columns[j];
        int symbol = mask.get(position) ? symbols[count] : WeightModel.NOT_KEPT;
        symbol = model.code(positions, bins, columns[j], j, symbol);
        if (symbol != WeightModel.NOT_KEPT) {
          mask.set(position);
          coded[count++] = symbol;
        }
      }
      model.endRow();
    }
    return new Layer(mask, Arrays.copyOf(coded, count));
  }
}
