package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.ModelBuilder;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Shape;

/** What cannot be measured is said in one sentence when it is opened. */
class EvaluatorRefusalTest {
  private static String refusal(Network network, Dataset dataset) {
    Fault fault =
        assertThrows(
            Fault.class,
            () -> Evaluators.open(network, dataset, Preprocessing.unitInterval()).close());
    assertEquals(1, fault.sentence().lines().count(), fault.sentence());
    assertTrue(fault.sentence().endsWith("."), fault.sentence());
    return fault.sentence();
  }

  @Test
  void namesBothShapesWhereSamplesDoNotFit() {
    assertEquals(
        "The network wants 1 × 8 × 8, but the samples of noise are 3 × 8 × 8; choose the data set"
            + " that it was trained on.",
        refusal(TestModels.conv(1), RandomSamples.of(1, 3, 10, 3, 8, 8)));
  }

  @Test
  void namesALabelOutsideTheClasses() {
    var labels = Optional.of(new int[] {0, 4, 5});
    float[][] values = new float[3][8];
    assertEquals(
        "Sample 2 of noise has the label 5, but the network tells classes 0 to 4 apart; choose the"
            + " data set that it was trained on.",
        refusal(TestModels.mlp(1, 8, 5), new RandomSamples(Shape.of(8), values, labels)));
    var negative = Optional.of(new int[] {0, -1, 3});
    assertTrue(
        refusal(TestModels.mlp(1, 8, 5), new RandomSamples(Shape.of(8), values, negative))
            .startsWith("Sample 1 of noise has the label -1,"));
  }

  @Test
  void wantsSamples() {
    assertEquals(
        "noise holds no samples; choose a data set that does.",
        refusal(TestModels.mlp(1, 8, 5), RandomSamples.of(1, 0, 5, 8)));
  }

  @Test
  void wantsClassScores() {
    var model =
        new ModelBuilder(1)
            .input("input", -1, 1, 8, 8)
            .weight("conv.weight", 4, 1, 3, 3)
            .node("Conv", List.of("input", "conv.weight"), "maps")
            .output("maps", -1, 4, 6, 6)
            .build();
    assertEquals(
        "The output of maps is [3, 4, 6, 6] for 3 samples, not samples × classes; accuracy needs"
            + " one row of class scores for each sample.",
        refusal(NetworkFiles.of(model, "maps"), RandomSamples.of(1, 3, 10, 1, 8, 8)));
  }

  @Test
  void survivesWhatOnnxRuntimeRefuses() {
    var unknown =
        new ModelBuilder(1)
            .input("input", -1, 8)
            .weight("w", 8, 5)
            .node("Gemm", List.of("input", "w"), "product")
            .node("Frobnicate", List.of("product"), "logits")
            .output("logits", -1, 5)
            .build();
    String sentence = refusal(NetworkFiles.of(unknown, "odd"), RandomSamples.of(1, 3, 5, 8));
    assertTrue(sentence.startsWith("ONNX Runtime refuses odd: "), sentence);
    assertTrue(sentence.contains("Frobnicate"), sentence);

    var mismatched =
        new ModelBuilder(1)
            .input("input", -1, 8)
            .weight("w", 9, 5)
            .node("MatMul", List.of("input", "w"), "logits")
            .output("logits", -1, 5)
            .build();
    sentence = refusal(NetworkFiles.of(mismatched, "torn"), RandomSamples.of(1, 3, 5, 8));
    assertTrue(sentence.contains("torn"), sentence);
  }
}
