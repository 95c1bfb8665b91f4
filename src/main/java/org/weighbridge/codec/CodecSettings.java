package org.weighbridge.codec;

import org.weighbridge.fault.Fault;

/**
 * What the user asks of a codec for one layer.
 *
 * @param setting how coarse the layer may become
 * @param effort how hard the codec tries
 * @param belowBound whether weights below the bound may become zero; codecs that never or always
 *     drop them take no notice
 */
public record CodecSettings(Setting setting, Effort effort, BelowBound belowBound) {
  /** Weights below the bound may be dropped. */
  public CodecSettings(Setting setting, Effort effort) {
    this(setting, effort, BelowBound.DROP);
  }

  CodecSettings with(Setting other) {
    return new CodecSettings(other, effort, belowBound);
  }

  /** The same for a codec that tries harder or less hard: it decodes to the same values. */
  public CodecSettings withEffort(Effort other) {
    return new CodecSettings(setting, other, belowBound);
  }

  public static CodecSettings absolute(double bound) {
    return new CodecSettings(ErrorBound.absolute(bound), Effort.BALANCED);
  }

  /**
   * The error bound, for codecs that are asked for one.
   *
   * @throws Fault when this is another setting
   */
  public ErrorBound bound(LayerCodec codec) {
    if (setting instanceof ErrorBound bound) {
      return bound;
    }
    throw unsuitable(codec);
  }

  /**
   * The value of a parameter, for codecs that have one.
   *
   * @param least the least value
   * @param most the largest one
   * @throws Fault when this is another setting, or beyond the limits
   */
  public double parameter(String name, double least, double most, LayerCodec codec) {
    if (setting instanceof Parameter(String given, double value)
        && given.equals(name)
        && value >= least
        && value <= most) {
      return value;
    }
    throw unsuitable(codec);
  }

  /**
   * The same for whole numbers.
   *
   * @throws Fault when this is another setting, beyond the limits or not whole
   */
  public int whole(String name, int least, int most, LayerCodec codec) {
    double value = parameter(name, least, most, codec);
    if (value != Math.rint(value)) {
      throw unsuitable(codec);
    }
    return (int) value;
  }

  private Fault unsuitable(LayerCodec codec) {
    return new Fault(
        "%s cannot be set to %s; write %s, for example."
            .formatted(codec.label(), setting, codec.axis().start()));
  }
}
