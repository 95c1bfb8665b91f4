package org.weighbridge.cli.options;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.weighbridge.workflow.CodedAs;
import org.weighbridge.workflow.LayerValues;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Values of layers as people type them: {@code 0.01}, {@code fc1.weight=0.02,fc2.weight=0.03}, or
 * both, {@code 0.01,fc1.weight=0.02}.
 */
public final class LayerText {
  private LayerText() {}

  /** Reads what a user typed. */
  private abstract static class Converter<T> implements ITypeConverter<LayerValues<T>> {
    @Override
    public LayerValues<T> convert(String text) {
      Optional<T> others = Optional.empty();
      var named = new LinkedHashMap<String, T>();
      for (String part : text.split(",", -1)) {
        int equals = part.lastIndexOf('=');
        T value = value(part.substring(equals + 1), text);
        if (equals < 0 && others.isEmpty()) {
          others = Optional.of(value);
        } else if (equals <= 0 || named.put(part.substring(0, equals), value) != null) {
          throw new TypeConversionException("'" + text + "' says something twice");
        }
      }
      return new LayerValues<>(others, named);
    }

    abstract T value(String value, String text);
  }

  /** Reads numbers. */
  public static final class Numbers extends Converter<Double> {
    @Override
    Double value(String number, String text) {
      try {
        return Double.valueOf(number);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'%s' in '%s' is not a number; write 0.01 or layer=0.01,layer=0.02"
                .formatted(number, text));
      }
    }
  }

  /** Reads settings of codecs. */
  public static final class Settings extends Converter<CodedAs> {
    @Override
    CodedAs value(String setting, String text) {
      return BoundText.setting(setting);
    }
  }
}
