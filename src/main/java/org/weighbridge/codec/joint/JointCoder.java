package org.weighbridge.codec.joint;

import java.util.Arrays;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.mixing.ArithmeticDecoder;
import org.weighbridge.codec.mixing.ArithmeticEncoder;
import org.weighbridge.codec.mixing.LiveLines;
import org.weighbridge.codec.mixing.Period;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/**
 * Positions and bins of a layer in one arithmetic code. Each weight is forecast by linear
 * regressions on its neighbours and on the rows before, and by what contexts remember; context
 * mixing weighs them. For small layers: about a microsecond per weight of a live row and column,
 * and no tables.
 *
 * <p>Stream: 2 × period (0 for none), + 1 when outliers occur (varint); the mean magnitude of the
 * bins (varint, at least 1); the arithmetic code.
 */
public record JointCoder() {
  /** Larger layers are refused, by the decoder too. */
  public static final int LARGEST = 1 << 20;

  /**
   * With as many weights in live rows and columns coding is quick enough for the default effort.
   */
  private static final int QUICK = 1 << 17;

  private static final int LARGEST_UNIT = 1 << 24;

  /** A symbol that stands for an outlier. */
  static final int OUTLIER = 0;

  /** A symbol that stands for bin 0. */
  private static final int BIN_ZERO = 1;

  /**
   * What is in a layer.
   *
   * @param mask which weights are kept
   * @param symbols of the kept weights: 0 for an outlier, else 1 + (2 × bin, or -2 × bin - 1)
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Layer(Mask mask, int[] symbols) {}

  /** Whether there is time for a layer to take part in a race. */
  public boolean races(Mask mask, Effort effort) {
    return effort == Effort.BALANCED ? quick(mask) : effort == Effort.MAX && mask.size() <= LARGEST;
  }

  /** Whether a layer is coded in a moment, so that all but the quickest effort try it. */
  public boolean quick(Mask mask) {
    return mask.size() <= LARGEST && live(mask) <= QUICK;
  }

  private static int live(Mask mask) {
    return LiveLines.of(LiveLines.rows(mask)).length * LiveLines.of(LiveLines.columns(mask)).length;
  }

  /** Whether it can be coded: bin 0 has no place here. */
  public boolean takes(Layer layer) {
    return Arrays.stream(layer.symbols).noneMatch(symbol -> symbol == BIN_ZERO);
  }

  /**
   * A coded layer.
   *
   * @param positionBytes how many of the bytes tell which weights are kept, rounded
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Coded(byte[] bytes, int positionBytes) {}

  public Coded encode(Layer layer, Progress progress) {
    int period = Period.of(layer.mask);
    boolean outliers = Arrays.stream(layer.symbols).anyMatch(symbol -> symbol == OUTLIER);
    int unit = unit(layer.symbols);
    var encoder = new ArithmeticEncoder();
    var positions = new MeteredCoder(encoder);
    new JointWalk(layer.mask, period, outliers, unit)
        .code(positions, encoder, layer.symbols, progress);
    byte[] bytes =
        new ByteWriter()
            .varint(2 * period + (outliers ? 1 : 0))
            .varint(unit)
            .bytes(encoder.finish())
            .toBytes();
    return new Coded(bytes, Math.min(bytes.length, positions.bytes()));
  }

  /** The mean magnitude of the bins: forecasts work in quarters of it. */
  private static int unit(int[] symbols) {
    long sum = 0;
    int count = 0;
    for (int symbol : symbols) {
      if (symbol != OUTLIER) {
        sum += symbol / 2;
        count++;
      }
    }
    return count == 0 ? 1 : (int) Math.max(1, (sum + count / 2) / count);
  }

  /**
   * The inverse, trusting nothing.
   *
   * @param in positioned at what {@link #encode} wrote; read to its end
   */
  public Layer decode(ByteReader in, Shape shape, Progress progress)
      throws MalformedStreamException {
    int start = in.offset();
    if (shape.size() > LARGEST) {
      throw new MalformedStreamException(start, "the layer is too large for joint coding");
    }
    int kinds = in.count(2 * Period.MAX + 1);
    int unit = in.count(LARGEST_UNIT);
    if (unit == 0) {
      throw new MalformedStreamException(start, "the mean magnitude is 0");
    }
    var decoder = new ArithmeticDecoder(in);
    var walk = new JointWalk(Mask.empty(shape), kinds / 2, kinds % 2 != 0, unit);
    var layer = walk.code(decoder, decoder, new int[0], progress);
    decoder.end();
    return layer;
  }
}
