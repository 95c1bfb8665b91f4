package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import org.weighbridge.tensor.Shape;

/** Dimensions as JSON: {@code [300, 784]}. */
final class ShapeJson {
  private ShapeJson() {}

  static JsonArray of(Shape shape) {
    var json = new JsonArray();
    for (int dim : shape.dims()) {
      json.add(dim);
    }
    return json;
  }
}
