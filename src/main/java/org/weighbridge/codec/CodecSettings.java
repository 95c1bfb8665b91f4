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
    double value = valueOf(name, codec);
    if (value < least || value > most) {
      throw beyond("a number from %s to %s".formatted(text(least), text(most)), name, least, codec);
    }
    return value;
  }

  /**
   * The same for whole numbers.
   *
   * @throws Fault when this is another setting, beyond the limits or not whole
   */
  public int whole(String name, int least, int most, LayerCodec codec) {
    double value = valueOf(name, codec);
    if (value < least || value > most || value != Math.rint(value)) {
      String range =
          most == Integer.MAX_VALUE
              ? " of " + least + " or more"
              : " from " + least + " to " + most;
      throw beyond("a whole number" + range, name, least, codec);
    }
    return (int) value;
  }

  /**
   * For codecs that have nothing to choose.
   *
   * @throws Fault when this is another setting than {@link Parameter#NONE}
   */
  public void none(LayerCodec codec) {
    if (!setting.equals(Parameter.NONE)) {
      throw unsuitable(codec);
    }
  }

  private double valueOf(String name, LayerCodec codec) {
    if (setting instanceof Parameter(String given, double value) && given.equals(name)) {
      return value;
    }
    throw unsuitable(codec);
  }

  private static String text(double limit) {
    return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
  }

  private Fault beyond(String range, String name, double least, LayerCodec codec) {
    var axis = codec.axis();
    var example = axis.takes(setting) ? axis.start() : new Parameter(name, least);
    return new Fault(
        "%s cannot be set to %s: %s must be %s, as in %s."
            .formatted(codec.label(), setting, name, range, example));
  }

  private Fault unsuitable(LayerCodec codec) {
    return new Fault(
        "%s cannot be set to %s; write %s, for example."
            .formatted(codec.label(), setting, codec.axis().start()));
  }
}
