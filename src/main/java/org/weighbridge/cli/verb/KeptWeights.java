package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.prune.dead.Cleaned;
import org.weighbridge.prune.dead.DeadUnits;
import org.weighbridge.report.TextTable;

/** How many weights and neurons of a network are left, by layer. */
record KeptWeights(Cleaned cleaned) {
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

  /** The fraction of all layers' weights that are not zero. */
  double density() {
    return (double) keptBytes() / denseBytes();
  }

  void addTo(JsonObject json) {
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
  }

  void print(PrintWriter out) {
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
  }

  private String dead(Layer layer) {
    return cleaned.layers().stream()
        .filter(units -> units.layer().equals(layer.id()))
        .findFirst()
        .map(units -> units.dead() + " of " + units.units())
        .orElse("");
  }
}
