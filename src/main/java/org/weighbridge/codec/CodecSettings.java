package org.weighbridge.codec;

/**
 * What the user asks of a codec for one layer.
 *
 * @param bound the largest error
 * @param effort how hard the codec tries
 * @param belowBound whether weights below the bound may become zero; codecs that never or always
 *     drop them take no notice
 */
public record CodecSettings(ErrorBound bound, Effort effort, BelowBound belowBound) {
  /** Weights below the bound may be dropped. */
  public CodecSettings(ErrorBound bound, Effort effort) {
    this(bound, effort, BelowBound.DROP);
  }

  CodecSettings withBound(ErrorBound other) {
    return new CodecSettings(other, effort, belowBound);
  }

  /** The same for a codec that tries harder or less hard: it decodes to the same values. */
  public CodecSettings withEffort(Effort other) {
    return new CodecSettings(bound, other, belowBound);
  }

  public static CodecSettings absolute(double bound) {
    return new CodecSettings(ErrorBound.absolute(bound), Effort.BALANCED);
  }
}
