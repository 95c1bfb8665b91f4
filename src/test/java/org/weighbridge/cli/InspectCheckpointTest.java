package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.checkpoint.ElementType;
import org.weighbridge.checkpoint.synthetic.Plan;
import org.weighbridge.checkpoint.synthetic.SyntheticOnnx;
import org.weighbridge.checkpoint.synthetic.SyntheticSafetensors;

class InspectCheckpointTest {
  @TempDir private Path folder;

  private Path sharded() throws IOException {
    var plan = Plan.transformer(ElementType.BFLOAT16, 1 << 18, 0.25, 3);
    return SyntheticSafetensors.write(plan, folder.resolve("model"), 2).getParent();
  }

  @Test
  void listsTheTensorsOfAllShards() throws IOException {
    Path model = sharded();
    String out = type("inspect", model).done().out();
    assertTrue(out.contains("safetensors in 2 shards"), out);
    assertTrue(out.matches("(?s).*model.layers.0.self_attn.q_proj.weight +BF16.*"), out);
    var json = type("inspect", model, "--json").json();
    assertEquals(3, json.getAsJsonArray("files").size());
    for (var element : json.getAsJsonArray("tensors")) {
      var tensor = element.getAsJsonObject();
      double sparsity = tensor.get("sparsity").getAsDouble();
      double expected = tensor.get("layer").getAsBoolean() ? 0.75 : 0;
      assertEquals(expected, sparsity, 0.05, tensor.toString());
    }
    var sum = json.getAsJsonArray("types").get(0).getAsJsonObject();
    assertEquals("BF16", sum.get("type").getAsString());
    assertEquals(json.get("parameters").getAsLong(), sum.get("weights").getAsLong());
  }

  @Test
  void listsExternalTensorsWhereAsked() throws IOException {
    Path model = folder.resolve("net.onnx");
    SyntheticOnnx.write(Plan.perceptron(ElementType.FLOAT32, 1 << 16, 1, 5), model, 2);
    var streamed = type("inspect", model, "--stream", "--json").json();
    var ordinary = type("inspect", model, "--json").json();
    assertEquals(streamed.get("parameters"), ordinary.get("parameters"));
    assertEquals(3, streamed.getAsJsonArray("files").size());
  }

  @Test
  void saysWhyOtherVerbsTakeNone() throws IOException {
    Path model = sharded();
    Path shard = model.resolve("model-00001-of-00002.safetensors");
    for (Path path : new Path[] {model, shard, model.resolve("model.safetensors.index.json")}) {
      type("prune", path, "-o", folder.resolve("out.onnx"), "--density", "0.5")
          .refused("weights without a graph", "export the model to ONNX");
    }
  }
}
