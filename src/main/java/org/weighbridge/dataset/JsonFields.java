package org.weighbridge.dataset;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.InputFile;

/**
 * The fields of a JSON object; a field of the wrong kind is a {@link Fault} naming file and key.
 *
 * @param prefix the keys that lead to this object, each followed by a dot
 */
record JsonFields(Path file, String prefix, JsonObject object) {
  /** Bytes that a sidecar may have. */
  static final long LARGEST = 1 << 20;

  /** The object that a file holds. */
  static JsonFields of(Path file) {
    try {
      JsonElement root = JsonParser.parseString(InputFile.text(file, LARGEST));
      if (!root.isJsonObject()) {
        throw new Fault(file + " is not a sidecar: it holds no JSON object; remove or mend it.");
      }
      return new JsonFields(file, "", root.getAsJsonObject());
    } catch (JsonParseException | StackOverflowError e) {
      throw new Fault(file + " is not JSON: " + place(e) + "; remove or mend it.", e);
    } catch (IOException e) {
      throw DataFile.unreadable(file, e);
    }
  }

  Optional<JsonFields> object(String key) {
    return value(key)
        .map(
            value -> {
              if (!value.isJsonObject()) {
                throw malformed(key, "an object");
              }
              return new JsonFields(file, prefix + key + ".", value.getAsJsonObject());
            });
  }

  Optional<String> text(String key) {
    return value(key)
        .map(
            value -> {
              if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
                throw malformed(key, "a text");
              }
              return value.getAsString();
            });
  }

  OptionalDouble number(String key, double least, double most) {
    var value = value(key);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    double number = number(key, value.get());
    if (number < least || number > most) {
      throw malformed(key, "a number from " + least + " to " + most);
    }
    return OptionalDouble.of(number);
  }

  OptionalLong integer(String key, long least) {
    var value = value(key);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    number(key, value.get());
    try {
      long integer = value.get().getAsBigDecimal().longValueExact();
      if (integer >= least) {
        return OptionalLong.of(integer);
      }
    } catch (ArithmeticException | NumberFormatException e) { // Gson limits exponents
      throw malformed(key, "an integer", e);
    }
    throw malformed(key, "an integer from " + least + " on");
  }

  /** A list of numbers, or one number. */
  Optional<List<Double>> numbers(String key) {
    return value(key)
        .map(
            value -> {
              JsonArray array = new JsonArray();
              if (value.isJsonArray()) {
                array = value.getAsJsonArray();
              } else {
                array.add(value);
              }
              if (array.isEmpty()) {
                throw malformed(key, "one number or more");
              }
              var numbers = new ArrayList<Double>();
              array.forEach(element -> numbers.add(number(key, element)));
              return numbers;
            });
  }

  <E extends Enum<E>> Optional<E> choice(String key, Class<E> choices) {
    return text(key)
        .map(
            text ->
                Arrays.stream(choices.getEnumConstants())
                    .filter(choice -> choice.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            malformed(
                                key, "one of " + Arrays.toString(choices.getEnumConstants()))));
  }

  Fault malformed(String key, String expected) {
    return malformed(key, expected, null);
  }

  private Fault malformed(String key, String expected, @Nullable Throwable cause) {
    return new Fault(
        "%s has a malformed value of %s%s: it should be %s.".formatted(file, prefix, key, expected),
        cause);
  }

  private double number(String key, JsonElement value) {
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      double number = value.getAsDouble();
      if (Math.abs(number) <= Float.MAX_VALUE) {
        return number;
      }
    }
    throw malformed(key, "a finite number");
  }

  /** JSON's null counts as absent. */
  private Optional<JsonElement> value(String key) {
    return Optional.ofNullable(object.get(key)).filter(value -> !value.isJsonNull());
  }

  private static String place(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = cause.getMessage();
    return message == null ? "nested too deeply" : message.lines().findFirst().orElse("damaged");
  }
}
