package org.weighbridge.codec.sz;

import java.util.Arrays;
import java.util.Locale;
import org.weighbridge.tensor.Mask;

/**
 * Guesses a kept weight from those decoded before it; only the difference is coded. Trained weights
 * are nearly white noise, so that zero is hard to beat; the others are for layers that are smooth.
 * The order is that of the numbers in files: append only.
 */
public enum Predictor {
  /** Zero. */
  ZERO {
    @Override
    Prediction start(Mask mask) {
      return new Prediction() {
        @Override
        public float next(int position) {
          return 0f;
        }

        @Override
        public void decoded(int position, float value) {}
      };
    }
  },
  /** Lorenzo in one dimension, as SZ predicts the data array: the kept weight before. */
  LORENZO {
    @Override
    Prediction start(Mask mask) {
      return new Prediction() {
        private float before;

        @Override
        public float next(int position) {
          return before;
        }

        @Override
        public void decoded(int position, float value) {
          before = value;
        }
      };
    }
  },
  /** Lorenzo in two dimensions: left + above - above left in the layer, zero where not kept. */
  LORENZO_2D {
    @Override
    Prediction start(Mask mask) {
      return new Lorenzo2d(mask.columns());
    }
  },
  /** The mean of the weights before in the same row. */
  ROW_MEAN {
    @Override
    Prediction start(Mask mask) {
      return new Prediction() {
        private int row = -1;
        private double sum;
        private int count;

        @Override
        public float next(int position) {
          if (position / mask.columns() != row) {
            row = position / mask.columns();
            sum = 0;
            count = 0;
          }
          return count == 0 ? 0f : (float) (sum / count);
        }

        @Override
        public void decoded(int position, float value) {
          sum += value;
          count++;
        }
      };
    }
  },
  /** The mean of the weights before in the same column. */
  COLUMN_MEAN {
    @Override
    Prediction start(Mask mask) {
      var sums = new double[mask.columns()];
      var counts = new int[mask.columns()];
      return new Prediction() {
        @Override
        public float next(int position) {
          int c = position % mask.columns();
          return counts[c] == 0 ? 0f : (float) (sums[c] / counts[c]);
        }

        @Override
        public void decoded(int position, float value) {
          int c = position % mask.columns();
          sums[c] += value;
          counts[c]++;
        }
      };
    }
  };

  /** For people: {@code lorenzo-2d}. */
  String shortName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Starts at the first kept weight of a layer. */
  abstract Prediction start(Mask mask);

  /** A way through the kept weights, in order of their positions. */
  interface Prediction {
    /** The prediction of the weight at a position. */
    float next(int position);

    /** Tells what that weight decodes to. Called only with finite values; others are skipped. */
    void decoded(int position, float value);
  }

  private static final class Lorenzo2d implements Prediction {
    private final int columns;
    private float[] row;
    private float[] above;
    private int current;

    Lorenzo2d(int columns) {
      this.columns = columns;
      // a zero before the first column
      row = new float[columns + 1];
      above = new float[columns + 1];
    }

    @Override
    public float next(int position) {
      int r = position / columns;
      for (; current < r; current = current + 1 == r ? r : r - 1) {
        // one step if the row before was seen, else a second one that leaves zeros above
        float[] oldest = above;
        above = row;
        row = oldest;
        Arrays.fill(row, 0f);
      }
      int c = position % columns;
      float prediction = row[c] + above[c + 1] - above[c];
      return Float.isFinite(prediction) ? prediction : 0f;
    }

    @Override
    public void decoded(int position, float value) {
      row[position % columns + 1] = value;
    }
  }
}
