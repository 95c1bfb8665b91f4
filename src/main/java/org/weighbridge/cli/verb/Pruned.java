package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ResultJson;

/** What the verb {@code prune} made. */
record Pruned(KeptWeights kept, Path output, @Nullable BeforeAfter change) implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("file", output.toString());
    kept.addTo(json);
    if (change != null) {
      ResultJson.addChange(json, change);
    }
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    kept.print(out);
    if (change != null) {
      out.println(change.sentence());
    }
    out.println("wrote " + output);
  }
}
