package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.Main;
import org.weighbridge.checkpoint.ElementType;
import org.weighbridge.checkpoint.synthetic.Plan;
import org.weighbridge.checkpoint.synthetic.SyntheticOnnx;
import org.weighbridge.checkpoint.synthetic.SyntheticSafetensors;
import org.weighbridge.container.stream.StreamWriter;
import org.weighbridge.job.CancelToken;

/** Checkpoints by the command line, from a file to a file and back. */
class CheckpointVerbsTest {
  private static final String ATTENTION = "model.layers.0.self_attn.q_proj.weight";

  @TempDir private Path folder;

  private Path single(ElementType type, long bytes) throws IOException {
    Path file = folder.resolve(type + ".safetensors");
    SyntheticSafetensors.write(Plan.transformer(type, bytes, 0.25, 3), file);
    return file;
  }

  private Path wbz() {
    return folder.resolve("x.wbz");
  }

  private void encodesAndVerifies(Path original) {
    var encoded = type("encode", original, "-o", wbz(), "--bound", "0.01", "--json").json();
    assertFalse(encoded.getAsJsonArray("tensors").isEmpty());
    var verified = type("verify", wbz(), original, "--json").json();
    assertTrue(verified.get("ok").getAsBoolean());
    assertTrue(verified.get("sameOriginal").getAsBoolean());
    assertEquals(0, verified.get("differingBytes").getAsLong());
    for (var tensor : verified.getAsJsonArray("tensors")) {
      double error = tensor.getAsJsonObject().get("maxError").getAsDouble();
      assertTrue(error > 0 && error <= 0.01, tensor.toString());
    }
  }

  @Test
  void eachKindOfFloatsInOneFile() throws IOException {
    for (var type :
        new ElementType[] {ElementType.FLOAT32, ElementType.FLOAT16, ElementType.BFLOAT16}) {
      Path original = single(type, 1 << 18);
      encodesAndVerifies(original);
      Path decoded = folder.resolve("decoded.safetensors");
      type("decode", wbz(), "-o", decoded).done();
      assertEquals(Files.size(original), Files.size(decoded));
      // what is decoded is a checkpoint like the first, and keeps the bound as one
      type("verify", wbz(), decoded).done();
      type("inspect", decoded).done();
    }
  }

  @Test
  void shardsComeBackUnderTheirNames() throws IOException {
    var plan = Plan.transformer(ElementType.BFLOAT16, 1 << 18, 0.25, 3);
    Path model = SyntheticSafetensors.write(plan, folder.resolve("model"), 2).getParent();
    encodesAndVerifies(model);
    Path out = folder.resolve("out");
    type("decode", wbz(), "-o", out).done();
    String index = "model.safetensors.index.json";
    assertEquals(-1, Files.mismatch(model.resolve(index), out.resolve(index)));
    assertTrue(type("inspect", out).done().out().contains("safetensors in 2 shards"));
  }

  @Test
  void externalDataWhereItIsAskedFor() throws IOException {
    Path model = folder.resolve("net.onnx");
    SyntheticOnnx.write(Plan.perceptron(ElementType.FLOAT32, 1 << 16, 0.5, 5), model, 2);
    type("encode", model, "-o", wbz(), "--bound", "0.01", "--stream").done();
    Path out = folder.resolve("out");
    type("decode", wbz(), "-o", out).done();
    assertEquals(-1, Files.mismatch(model, out.resolve("net.onnx")));
    type("inspect", out.resolve("net.onnx")).done();
  }

  @Test
  void oneTensorAlone() throws IOException {
    encodesAndVerifies(single(ElementType.FLOAT16, 1 << 18));
    Path npy = folder.resolve("q.npy");
    var json = type("decode", wbz(), "--layer", ATTENTION, "-o", npy, "--json").json();
    long weights = 1;
    for (var dim : json.getAsJsonArray("shape")) {
      weights *= dim.getAsLong();
    }
    long head = Files.size(npy) - 4 * weights;
    assertTrue(head > 0 && head % 64 == 0, "a head of " + head);
    type("decode", wbz(), "--layer", "nobody", "-o", npy).refused("no encoded tensor nobody");
  }

  @Test
  void whatNeedsANetworkIsRefused() throws IOException {
    Path original = single(ElementType.FLOAT32, 1 << 16);
    type("encode", original, "-o", wbz(), "--max-loss", "0.3").refused("--max-loss", "accuracy");
    assertFalse(Files.exists(wbz()));
  }

  @Test
  void aCancelledCommandGoesOn() throws IOException {
    Path original = single(ElementType.FLOAT32, 1 << 18);
    encodesAndVerifies(original);
    byte[] undisturbed = Files.readAllBytes(wbz());
    Files.delete(wbz());
    var cancel = new CancelToken();
    cancel.cancel();
    assertNotEquals(0, type(cancel, "encode", original, "-o", wbz(), "--bound", "0.01").code());
    assertFalse(Files.exists(wbz()));
    encodesAndVerifies(original);
    assertArrayEquals(undisturbed, Files.readAllBytes(wbz()));
  }

  @Test
  @Tag("slow")
  void aKilledProcessGoesOnToTheSameBytes() throws IOException, InterruptedException {
    Path original = single(ElementType.FLOAT32, 200_000_000);
    Path part = StreamWriter.part(wbz());
    var killed =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx300m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "encode",
                original.toString(),
                "-o",
                wbz().toString(),
                "--bound",
                "0.01")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    try {
      while (killed.isAlive() && !(Files.exists(part) && Files.size(part) > 1_000_000)) {
        killed.waitFor(20, TimeUnit.MILLISECONDS);
      }
      assertTrue(killed.isAlive(), () -> "it ended by itself: " + folder.resolve("child.log"));
    } finally {
      killed.destroyForcibly().waitFor();
    }
    assertFalse(Files.exists(wbz()));
    var resumed = type("encode", original, "-o", wbz(), "--bound", "0.01", "--json").json();
    assertTrue(resumed.get("resumedBytes").getAsLong() > 0, resumed.toString());
    Path undisturbed = folder.resolve("y.wbz");
    type("encode", original, "-o", undisturbed, "--bound", "0.01").done();
    assertEquals(-1, Files.mismatch(undisturbed, wbz()));
  }
}
