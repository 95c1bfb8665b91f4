package org.weighbridge.codec;

/**
 * How coarse a codec may become with one layer: a point of its {@link Axis}, as the user states it.
 *
 * <p>As text it is an error bound ({@code 0.01}, {@code rel:0.01}, {@code psnr:60}), or the name
 * and the value of a codec's parameter ({@code bits:5}), or {@code none} for codecs that have none.
 */
public sealed interface Setting permits ErrorBound, Parameter {
  /**
   * Reads a setting.
   *
   * @throws IllegalArgumentException when the text is none
   */
  static Setting parse(String text) {
    return Parameter.isOne(text) ? Parameter.parse(text) : ErrorBound.parse(text);
  }
}
