package org.weighbridge.experiment.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

/** Sessions of version 2 had paths without ways to them, hashes of models only, and no curves. */
final class SecondVersion {
  private SecondVersion() {}

  /**
   * Rewrites a document as version 3 has it.
   *
   * @throws JsonParseException when it lacks its model
   */
  static void bringUp(JsonObject document) {
    for (String needed : new String[] {"model", "sha256"}) {
      if (!document.has(needed)) {
        throw new JsonParseException("$ lacks " + needed);
      }
    }
    var model = new JsonObject();
    model.add("path", document.remove("model"));
    model.add("sha256", document.remove("sha256"));
    document.add("model", model);
    if (document.has("data")) {
      var data = new JsonObject();
      data.add("where", document.remove("data"));
      data.add("sha256", new JsonObject());
      document.add("data", data);
    }
    var view = new JsonObject();
    if (document.has("selected")) {
      view.add("selected", document.remove("selected"));
    }
    view.add("parts", new JsonObject());
    document.add("view", view);
    document.add("curves", new JsonArray());
  }
}
