package org.weighbridge.experiment.session;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.OptionalInt;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Setting;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;

/** The state of a session as text. */
final class SessionJson {
  /** What this program writes; a later one may read it, an earlier one may not. */
  static final int VERSION = 2;

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .serializeSpecialFloatingPointValues()
          .enableComplexMapKeySerialization()
          .registerTypeAdapterFactory(new RecordAdapters())
          .registerTypeAdapterFactory(new ValueAdapters())
          .registerTypeAdapter(LayerId.class, ValueAdapters.LAYER)
          .registerTypeHierarchyAdapter(Setting.class, ValueAdapters.SETTING)
          .registerTypeAdapter(Instant.class, ValueAdapters.INSTANT)
          .registerTypeAdapter(OptionalInt.class, ValueAdapters.COUNT)
          .create();

  private SessionJson() {}

  /** The document; the version stands apart, so that it can be read before all else. */
  static String write(SessionState state) {
    var tree = GSON.toJsonTree(state).getAsJsonObject();
    tree.add("version", new JsonPrimitive(VERSION));
    return GSON.toJson(tree) + "\n";
  }

  /**
   * The inverse of {@link #write}.
   *
   * @throws Fault when it is of a later version
   * @throws JsonParseException naming the place of what is missing or wrong
   */
  static SessionState read(String text) {
    try {
      var tree = JsonParser.parseString(text).getAsJsonObject();
      if (!tree.has("version")) {
        throw new JsonParseException("$ lacks version");
      }
      int version = tree.get("version").getAsInt();
      if (version > VERSION) {
        throw new Fault(
            "it is of version %d, and this program knows %d".formatted(version, VERSION));
      }
      if (version == 1) {
        FirstVersion.bringUp(tree);
      }
      SessionState state = GSON.fromJson(tree, SessionState.class);
      if (state == null) {
        throw new JsonParseException("$ is empty");
      }
      Codecs.byId(state.choices().configuration().coding().codec());
      state.runs().forEach(run -> Codecs.byId(run.configuration().coding().codec()));
      return state;
    } catch (IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | UnsupportedOperationException
        | ClassCastException e) {
      throw new JsonParseException(String.valueOf(e.getMessage()), e);
    }
  }
}
