package org.weighbridge.workflow;

import java.util.Optional;
import org.weighbridge.codec.Setting;

/**
 * How a layer is to be coded.
 *
 * @param coder the id of its codec, where it has one of its own
 * @param setting what the codec is asked for
 */
public record CodedAs(Optional<String> coder, Setting setting) {
  /**
   * Reads a setting, with a coder before it or without: {@code 0.01}, {@code bits:5}, {@code
   * codebook/bits:5}.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static CodedAs parse(String text) {
    int slash = text.indexOf('/');
    var coder = slash < 0 ? Optional.<String>empty() : Optional.of(text.substring(0, slash));
    String setting = text.substring(slash + 1);
    try {
      return new CodedAs(coder, Setting.parse(setting));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'"
              + setting
              + "' is no setting of a codec; write a positive error bound (0.01, rel:0.001, psnr:60) or bits:5",
          e);
    }
  }

  /** By the codec of all layers. */
  public static CodedAs of(Setting setting) {
    return new CodedAs(Optional.empty(), setting);
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return coder.map(name -> name + "/" + setting).orElse(setting.toString());
  }
}
