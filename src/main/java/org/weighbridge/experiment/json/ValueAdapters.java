package org.weighbridge.experiment.json;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Setting;
import org.weighbridge.network.LayerId;

/** Values that stand in one word: layers, instants, choices of a list, and what may be missing. */
final class ValueAdapters implements TypeAdapterFactory {
  static final TypeAdapter<LayerId> LAYER = word(LayerId::name, LayerId::new);
  static final TypeAdapter<Instant> INSTANT = word(Instant::toString, Instant::parse);
  static final TypeAdapter<Setting> SETTING = word(Setting::toString, Setting::parse);
  static final TypeAdapter<OptionalInt> COUNT =
      new TypeAdapter<>() {
        @Override
        public void write(JsonWriter out, OptionalInt value) throws IOException {
          if (value.isPresent()) {
            out.value(value.getAsInt());
          } else {
            out.value(-1);
          }
        }

        @Override
        public OptionalInt read(JsonReader in) throws IOException {
          int value = in.nextInt();
          return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
        }
      };

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"}) // the raw type says what T is
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    var raw = type.getRawType();
    if (raw.isEnum()) {
      return (TypeAdapter<T>) choice((Class<? extends Enum>) raw);
    }
    if (raw == Optional.class && type.getType() instanceof ParameterizedType parameterized) {
      var value = gson.getAdapter(TypeToken.get(parameterized.getActualTypeArguments()[0]));
      return (TypeAdapter<T>) optional((TypeAdapter<Object>) value);
    }
    return null;
  }

  /** Gson reads a name that an enum does not have as null. */
  private static <E extends Enum<E>> TypeAdapter<E> choice(Class<E> type) {
    return word(
        value -> value.name().toLowerCase(Locale.ROOT),
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  private static TypeAdapter<Optional<Object>> optional(TypeAdapter<Object> value) {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, Optional<Object> optional) throws IOException {
        if (optional.isPresent()) {
          value.write(out, optional.get());
        } else {
          out.nullValue();
        }
      }

      @Override
      public Optional<Object> read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
          in.nextNull();
          return Optional.empty();
        }
        return Optional.of(value.read(in));
      }
    };
  }

  private static <T> TypeAdapter<T> word(Function<T, String> text, Function<String, T> parse) {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        out.value(text.apply(value));
      }

      @Override
      public T read(JsonReader in) throws IOException {
        String place = in.getPath();
        String word = in.nextString();
        try {
          return parse.apply(word);
        } catch (IllegalArgumentException | DateTimeException e) {
          throw new JsonParseException(place + " is not known: " + word, e);
        }
      }
    };
  }
}
