package org.weighbridge.codec;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A setting of a codec that is not asked for an error: {@code bits:5}. Codecs without any choice
 * take {@link #NONE}.
 *
 * @param name in lower case letters
 * @param value finite, not negative
 */
public record Parameter(String name, double value) implements Setting {
  /** Bits of a weight, as quantization counts them. */
  public static final String BITS = "bits";

  public static final Parameter NONE = new Parameter("none", 0);

  private static final Pattern TEXT = Pattern.compile("([a-z]+):(.*)");

  public Parameter {
    if (!name.matches("[a-z]+") || isBound(name)) {
      throw new IllegalArgumentException("no parameter is called \"" + name + "\"");
    }
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " " + value + " is negative or not finite");
    }
  }

  public static Parameter bits(int bits) {
    return new Parameter(BITS, bits);
  }

  private static boolean isBound(String name) {
    return name.equals("rel") || name.equals("psnr");
  }

  static boolean isOne(String text) {
    var parts = TEXT.matcher(text);
    return text.equals(NONE.name) || (parts.matches() && !isBound(parts.group(1)));
  }

  static Parameter parse(String text) {
    if (text.equals(NONE.name)) {
      return NONE;
    }
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no parameter such as bits:5");
    }
    return new Parameter(parts.group(1), Double.parseDouble(parts.group(2)));
  }

  /** What {@link Setting#parse} reads. */
  @Override
  public String toString() {
    return equals(NONE)
        ? name
        : name + ":" + new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
