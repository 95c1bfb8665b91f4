package org.weighbridge.codec;

/** What the user asks of a codec for one layer. */
public record CodecSettings(ErrorBound bound, Effort effort) {
  public static CodecSettings absolute(double bound) {
    return new CodecSettings(ErrorBound.absolute(bound), Effort.BALANCED);
  }
}
