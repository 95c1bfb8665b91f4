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
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON objects with a member per component. Gson's own reading of records leaves missing
 * components null or zero; here they are faults that name their place, but for optional ones.
 */
final class RecordAdapters implements TypeAdapterFactory {
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    return type.getRawType().isRecord() ? new OfRecord<>(gson, type.getRawType()) : null;
  }

  private static final class OfRecord<T> extends TypeAdapter<T> {
    private final Class<? super T> type;
    private final RecordComponent[] components;
    private final TypeAdapter<Object>[] adapters;

    @SuppressWarnings({"unchecked", "rawtypes"}) // components and their adapters go together
    OfRecord(Gson gson, Class<? super T> type) {
      this.type = type;
      this.components = type.getRecordComponents();
      this.adapters = new TypeAdapter[components.length];
      for (int i = 0; i < components.length; i++) {
        components[i].getAccessor().setAccessible(true); // the record may be its package's own
        adapters[i] = (TypeAdapter) gson.getAdapter(TypeToken.get(components[i].getGenericType()));
      }
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      out.beginObject();
      for (int i = 0; i < components.length; i++) {
        out.name(components[i].getName());
        adapters[i].write(out, component(i, value));
      }
      out.endObject();
    }

    private Object component(int i, T value) {
      try {
        return components[i].getAccessor().invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public T read(JsonReader in) throws IOException {
      var read = new HashMap<String, Object>();
      String place = in.getPath();
      in.beginObject();
      while (in.hasNext()) {
        String name = in.nextName();
        int i = index(name);
        if (i < 0 || in.peek() == JsonToken.NULL) {
          in.skipValue();
        } else {
          read.put(name, adapters[i].read(in));
        }
      }
      in.endObject();
      return make(read, place);
    }

    private int index(String name) {
      for (int i = 0; i < components.length; i++) {
        if (components[i].getName().equals(name)) {
          return i;
        }
      }
      return -1;
    }

    private T make(Map<String, Object> read, String place) {
      var values =
          Arrays.stream(components)
              .map(
                  component -> {
                    Object value = read.get(component.getName());
                    if (value == null && component.getType() == Optional.class) {
                      return Optional.empty();
                    }
                    if (value == null) {
                      throw new JsonParseException(place + " lacks " + component.getName());
                    }
                    return value;
                  })
              .toArray();
      try {
        return constructor().newInstance(values);
      } catch (InvocationTargetException e) {
        throw new JsonParseException(
            place + ": " + Objects.requireNonNull(e.getCause()).getMessage(), e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @SuppressWarnings("unchecked") // the type is T's
    private Constructor<T> constructor() throws NoSuchMethodException {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
      var constructor = (Constructor<T>) type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    }
  }
}
