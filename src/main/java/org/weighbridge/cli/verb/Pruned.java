package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.prune.dead.Cleaned;
import org.weighbridge.prune.dead.DeadUnits;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.TextTable;

/** What the verb {@code prune} made. */
record Pruned(Cleaned cleaned, Path output, @Nullable BeforeAfter change) implements Answer {
  private Network network() {
    return cleaned.network();
  }

  /** 4 bytes for every weight that is left: what sparse storage would begin with. */
  private long keptBytes() {
    return network().layers().stream().mapToLong(layer -> 4L * layer.weights().nonZeros()).sum();
  }

  private long denseBytes() {
    return network().layers().stream().mapToLong(layer -> 4L * layer.weights().size()).sum();
  }

  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("file", output.toString());
    var layers = new JsonArray();
    for (Layer layer : network().layers()) {
      var entry = new JsonObject();
      entry.addProperty("name", layer.name());
      entry.addProperty("weights", layer.weights().size());
      entry.addProperty("kept", layer.weights().nonZeros());
      entry.addProperty("sparsity", layer.weights().sparsity());
      layers.add(entry);
    }
    json.add("layers", layers);
    var dead = new JsonArray();
    for (DeadUnits units : cleaned.layers()) {
      var entry = new JsonObject();
      entry.addProperty("layer", units.layer().name());
      entry.addProperty("units", units.units());
      entry.addProperty("dead", units.dead());
      entry.addProperty("left", units.left());
      dead.add(entry);
    }
    json.add("deadNeurons", dead);
    json.addProperty("keptBytes", keptBytes());
    json.addProperty("denseBytes", denseBytes());
    if (change != null) {
      ResultJson.addChange(json, change);
    }
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    var table = TextTable.of("layer", "weights>", "kept>", "sparsity>", "dead neurons>");
    for (Layer layer : network().layers()) {
      table =
          table.withRow(
              layer.name(),
              Numbers.count(layer.weights().size()),
              Numbers.count(layer.weights().nonZeros()),
              Numbers.percent(layer.weights().sparsity()),
              dead(layer));
    }
    out.print(table.render());
    out.println(
        "weights that remain: %s of %s bytes"
            .formatted(Numbers.count(keptBytes()), Numbers.count(denseBytes())));
    if (change != null) {
      out.println(change.sentence());
    }
    out.println("wrote " + output);
  }

  private String dead(Layer layer) {
    return cleaned.layers().stream()
        .filter(units -> units.layer().equals(layer.id()))
        .findFirst()
        .map(units -> units.dead() + " of " + units.units())
        .orElse("");
  }
}
