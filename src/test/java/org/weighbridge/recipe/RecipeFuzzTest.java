package org.weighbridge.recipe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;

/** Damaged recipes of a small model. */
class RecipeFuzzTest extends ReaderContract {
  private static final List<String> RECIPES =
      List.of(
          """
          name: table # as in a paper
          parameters:
            data: digits
            budget: 0.3
            epochs: 4
          data: ${data}
          models:
            - file: small.onnx
              with:
                density: {fc1.weight: 0.08, fc2.weight: 0.09}
          steps:
            - prune: {density: ${density}, dead-neurons: zero, schedule: gradual, epochs: ${epochs}}
            - optimize: {max-loss: ${budget}}
            - encode
            - compare: {budget: ${budget}, coders: [sz, deepsz, codebook, bloomier, zfp]}
            - report
          """,
          """
          name: anchors
          data: &d {where: digits, limit: 100}
          models: [small.onnx]
          steps:
            - prune: {density: 0.1}
            - encode: {bounds: {fc1.weight: 0.01, "fc2*": 0.1}}
          """);

  @BeforeEach
  void writeModel() {
    NetworkFiles.write(TestModels.mlp(1, 6, 4, 3), folder.resolve("small.onnx"));
  }

  @Override
  protected List<byte[]> good() {
    return RECIPES.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  @Override
  protected Damage damage() {
    return Damage.text();
  }

  @Override
  protected void read(byte[] content) {
    RecipeFile.read(file("recipe.yaml", content), Map.of());
  }
}
