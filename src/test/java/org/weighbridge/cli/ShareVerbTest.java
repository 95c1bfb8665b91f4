package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.weighbridge.network.io.NetworkFiles;

/** Weights that share values. */
class ShareVerbTest extends OnTinyExample {
  @Test
  void shareLeavesFewValues() {
    Path shared = tiny.file("shared.onnx");
    var json =
        type(
                "share",
                tiny.model(),
                "-o",
                shared,
                "--bits",
                "2,fc2.weight=3",
                "--tune",
                2,
                "--data",
                tiny.data(),
                "--json")
            .json();
    assertKeys(
        json, "file", "validationBeforeTuning", "validationAfterTuning", "beforeTuning", "before");
    assertTrue(
        json.get("validationAfterTuning").getAsDouble()
            >= json.get("validationBeforeTuning").getAsDouble());
    assertEquals(4, layer(json, 0).get("centroids").getAsInt());
    var layers = NetworkFiles.read(shared).layers();
    assertEquals(4, distinct(layers.get(0).weights().values()));
    assertEquals(8, distinct(layers.get(1).weights().values()));
    type("share", tiny.model(), "-o", shared, "--bits", 1.5).wrongUsage("1.5 bits");
    type("share", tiny.model(), "-o", shared, "--bits", 2, "--tune", 1)
        .wrongUsage("needs a data set");
  }

  private static long distinct(float[] values) {
    var seen = new java.util.HashSet<Float>();
    for (float value : values) {
      seen.add(value);
    }
    return seen.size();
  }
}
