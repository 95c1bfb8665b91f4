package org.weighbridge.codec.sz;

import java.util.List;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;

/**
 * The first bytes of a stream: the bound (positive double), then predictor + 8 if there is a table
 * of bins + 16 × positions + 64 when there are outliers.
 *
 * @param bound the absolute error bound
 * @param predictor predicts the data array
 * @param table whether a {@link BinTable} follows; bins are linear otherwise
 * @param positions {@link #NONE}, {@link #ALL}, {@link #CODED} or {@link #JOINT}
 * @param outliers whether there are any
 */
record SzHead(double bound, Predictor predictor, boolean table, int positions, boolean outliers) {
  /** Nothing is kept, and nothing follows. */
  static final int NONE = 0;

  /** Every weight is kept: there is no index array. */
  static final int ALL = 1;

  /** An index array follows. */
  static final int CODED = 2;

  /** Positions and bins are coded together; there is no index array. */
  static final int JOINT = 3;

  /** A predictor's place in this list is its number in files: append only. */
  private static final List<Predictor> PREDICTORS = List.of(Predictor.values());

  private static final int TABLE = 8;
  private static final int POSITIONS_UNIT = 16;
  private static final int OUTLIERS = 64;

  void write(ByteWriter out) {
    int number = PREDICTORS.indexOf(predictor) + positions * POSITIONS_UNIT;
    out.positive(bound).u8(number + (table ? TABLE : 0) + (outliers ? OUTLIERS : 0));
  }

  static SzHead read(ByteReader in) {
    double bound = in.positive();
    int at = in.offset();
    int number = in.u8();
    int predictor = number % TABLE;
    int positions = number % OUTLIERS / POSITIONS_UNIT;
    boolean table = (number & TABLE) != 0;
    if (predictor >= PREDICTORS.size()
        || number >= 2 * OUTLIERS
        || (table && PREDICTORS.get(predictor) != Predictor.ZERO)) {
      throw new MalformedStreamException(at, "no composition has the number " + number);
    }
    return new SzHead(bound, PREDICTORS.get(predictor), table, positions, number >= OUTLIERS);
  }
}
