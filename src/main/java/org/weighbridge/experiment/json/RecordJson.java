package org.weighbridge.experiment.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.weighbridge.codec.Setting;
import org.weighbridge.network.LayerId;

/**
 * Records as JSON objects with a member per component, and back. Layers, settings of codecs,
 * instants and enums stand in one word; an empty optional is left out; numbers may be {@code NaN}
 * or {@code Infinity}, and come back as the same bits.
 *
 * <p>Reading trusts nothing: what is missing, or is not what the record wants, is a {@link
 * JsonParseException} that names its place, such as {@code $.runs[0].file lacks encodeNanos}.
 * Members that the record does not know are passed over.
 */
public final class RecordJson {
  private static final Gson LINE = builder().create();
  private static final Gson PRETTY = builder().setPrettyPrinting().create();

  private RecordJson() {}

  private static GsonBuilder builder() {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .serializeSpecialFloatingPointValues()
        .enableComplexMapKeySerialization()
        .registerTypeAdapterFactory(new RecordAdapters())
        .registerTypeAdapterFactory(new ValueAdapters())
        .registerTypeAdapter(LayerId.class, ValueAdapters.LAYER)
        .registerTypeHierarchyAdapter(Setting.class, ValueAdapters.SETTING)
        .registerTypeAdapter(Instant.class, ValueAdapters.INSTANT)
        .registerTypeAdapter(OptionalInt.class, ValueAdapters.COUNT);
  }

  /** A record as a tree, to which members may be added. */
  public static JsonObject tree(Record value) {
    return LINE.toJsonTree(value).getAsJsonObject();
  }

  /** A record or a tree for people: indented, ending with a line break. */
  public static String pretty(Object value) {
    return PRETTY.toJson(value) + "\n";
  }

  /** A record or a tree in one line, without a line break. */
  public static String line(Object value) {
    return LINE.toJson(value);
  }

  /**
   * Text as a tree.
   *
   * @throws JsonParseException when it is no JSON object, with the place
   */
  public static JsonObject parse(String text) {
    return checked(() -> JsonParser.parseString(text).getAsJsonObject());
  }

  /**
   * The inverse of {@link #pretty} and {@link #line}.
   *
   * @throws JsonParseException naming the place of what is missing or wrong
   */
  public static <T extends Record> T read(String text, Class<T> type) {
    return read(parse(text), type);
  }

  /**
   * The inverse of {@link #tree}.
   *
   * @throws JsonParseException naming the place of what is missing or wrong
   */
  public static <T extends Record> T read(JsonElement tree, Class<T> type) {
    return checked(
        () -> {
          T value = LINE.fromJson(tree, type);
          if (value == null) {
            throw new JsonParseException("$ is empty");
          }
          return value;
        });
  }

  /** Gson's own words; behind them it tells programmers where to read on. */
  private static String firstLine(JsonSyntaxException e) {
    Throwable said = e.getCause() == null ? e : e.getCause();
    return String.valueOf(said.getMessage()).lines().findFirst().orElse("no JSON");
  }

  /** Gson throws what it happens to stumble over. */
  private static <T> T checked(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (JsonSyntaxException e) {
      throw new JsonParseException(firstLine(e), e);
    } catch (IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | UnsupportedOperationException
        | ClassCastException e) {
      throw new JsonParseException(String.valueOf(e.getMessage()), e);
    }
  }
}
