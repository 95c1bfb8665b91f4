package org.weighbridge.experiment.session;

import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import org.weighbridge.codec.Codecs;
import org.weighbridge.experiment.json.RecordJson;
import org.weighbridge.fault.Fault;

/** The state of a session as text. */
final class SessionJson {
  /** What this program writes; a later one may read it, an earlier one may not. */
  static final int VERSION = 3;

  private SessionJson() {}

  /** The document; the version stands apart, so that it can be read before all else. */
  static String write(SessionState state) {
    var tree = RecordJson.tree(state);
    tree.add("version", new JsonPrimitive(VERSION));
    return RecordJson.pretty(tree);
  }

  /**
   * The inverse of {@link #write}.
   *
   * @throws Fault when it is of a later version
   * @throws JsonParseException naming the place of what is missing or wrong
   */
  static SessionState read(String text) {
    var tree = RecordJson.parse(text);
    int version = FormatVersion.of(tree, VERSION);
    if (version == 1) {
      FirstVersion.bringUp(tree);
    }
    if (version <= 2) {
      SecondVersion.bringUp(tree);
    }
    SessionState state = RecordJson.read(tree, SessionState.class);
    Codecs.byId(state.choices().configuration().coding().codec());
    state.runs().forEach(run -> Codecs.byId(run.configuration().coding().codec()));
    return state;
  }
}
