package org.weighbridge.cli.options;

import java.util.Optional;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Setting;
import org.weighbridge.workflow.CodedAs;
import picocli.CommandLine.TypeConversionException;

/** Error bounds as people type them. */
final class BoundText {
  private BoundText() {}

  /**
   * Reads a setting, with a coder before it or without: {@code 0.01}, {@code bits:5}, {@code
   * codebook/bits:5}.
   *
   * @throws TypeConversionException for anything else, with a sentence about it
   */
  static CodedAs setting(String text) {
    int slash = text.indexOf('/');
    String setting = text.substring(slash + 1);
    try {
      return new CodedAs(
          slash < 0 ? Optional.empty() : Optional.of(text.substring(0, slash)),
          Setting.parse(setting));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'"
              + setting
              + "' is no setting of a codec; write a positive error bound (0.01, rel:0.001, psnr:60) or bits:5");
    }
  }

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
