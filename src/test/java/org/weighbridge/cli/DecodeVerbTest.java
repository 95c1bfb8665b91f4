package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What comes out of a file, and whether it is what went in. */
class DecodeVerbTest extends OnTinyExample {
  @Test
  void decodeWritesOneLayerForNumPy() throws IOException {
    Path wbz = tiny.file("layers.wbz");
    Path npy = tiny.file("fc2.npy");
    type("encode", tiny.model(), "-o", wbz, "--bound", "0.01").done();
    var json = type("decode", wbz, "--layer", "fc2.weight", "-o", npy, "--json").json();
    assertEquals("[4,24]", json.get("shape").toString());
    byte[] bytes = Files.readAllBytes(npy);
    String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
    assertEquals(128 + 4 * 96, bytes.length, header);
    assertTrue(header.startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (4,24,), }"));
    type("decode", wbz, "--layer", "fc9", "-o", npy).refused("fc9", "fc1.weight, fc2.weight");
  }

  @Test
  void verifyFailsOnAnotherModel() {
    Path wbz = tiny.file("of-tiny.wbz");
    Path pruned = tiny.file("other.onnx");
    type("encode", tiny.model(), "-o", wbz, "--bound", "0.01").done();
    type("prune", tiny.model(), "-o", pruned, "--density", "0.5").done();
    var typed = type("verify", wbz, pruned, "--json");
    assertEquals(1, typed.code());
    assertTrue(typed.out().contains("\"ok\": false"), typed.out());
  }
}
