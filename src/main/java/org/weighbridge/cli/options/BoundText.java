package org.weighbridge.cli.options;

import org.weighbridge.codec.ErrorBound;
import picocli.CommandLine.TypeConversionException;

/** Error bounds as people type them. */
final class BoundText {
  private BoundText() {}

  /**
   * Reads {@code 0.01}, {@code rel:0.001} or {@code psnr:60}.
   *
   * @throws TypeConversionException for anything else, with a sentence about it
   */
  static ErrorBound parse(String text) {
    try {
      return ErrorBound.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'" + text + "' is no positive error bound; write 0.01, rel:0.001 or psnr:60");
    }
  }
}
