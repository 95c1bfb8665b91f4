package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import org.weighbridge.benchmark.LayerBenchmark;
import org.weighbridge.benchmark.LayerResult;
import org.weighbridge.figure.Numbers;

/**
 * What was measured of a synthetic layer.
 *
 * @param generator how the layer was made
 */
record BenchedLayer(LayerBenchmark benchmark, LayerResult result, String generator)
    implements Answer {
  @Override
  public JsonObject json() {
    var json = BenchedModel.json(result);
    json.add("layer", json.remove("name"));
    BenchedModel.addTo(json, benchmark);
    json.addProperty("generator", generator);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    BenchedModel.print(result, out);
    out.println("layer: " + generator);
    out.println(BenchedModel.NOTE.formatted(Numbers.bound(benchmark.bound())));
  }
}
