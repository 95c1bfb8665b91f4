package org.weighbridge.codec.half;

/** A floating-point format of 16 bits. Conversion rounds to nearest, ties to even. */
enum Format {
  /** IEEE 754 binary16: 5 bits of exponent, 10 of mantissa; up to 65,504. */
  FP16("fp16", "FP16", 65_520) {
    @Override
    short of(float value) {
      return Float.floatToFloat16(value);
    }

    @Override
    float value(short bits) {
      return Float.float16ToFloat(bits);
    }
  },
  /** The high half of a float32: 8 bits of exponent, 7 of mantissa. */
  BF16("bf16", "BF16", 0x1.ffp127f) {
    @Override
    short of(float value) {
      int bits = Float.floatToRawIntBits(value);
      int even = (bits >>> Short.SIZE) & 1;
      return (short) ((bits + 0x7fff + even) >>> Short.SIZE);
    }

    @Override
    float value(short bits) {
      return Float.intBitsToFloat(bits << Short.SIZE);
    }
  };

  private final String id;
  private final String label;
  private final float limit;

  /**
   * A format.
   *
   * @param limit the least number that rounds to infinity
   */
  Format(String id, String label, float limit) {
    this.id = id;
    this.label = label;
    this.limit = limit;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  /** The nearest number, of a value that is not {@link #beyond}. */
  abstract short of(float value);

  abstract float value(short bits);

  /** The largest float that does not round to infinity. */
  float largest() {
    return Math.nextDown(limit);
  }

  /** Whether a value has no finite neighbour here: NaN, infinities and what rounds to them. */
  boolean beyond(float value) {
    return !(Math.abs(value) < limit);
  }
}
