package org.weighbridge.training.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.fault.Fault;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class BlueprintTest {
  private static final Shape DIGIT = Shape.of(1, 28, 28);

  private static List<String> layers(Network network) {
    return network.layers().stream().map(layer -> layer.name() + " " + layer.shape()).toList();
  }

  @Test
  void theLeNetsAreThoseOfTheLiterature() {
    var small = Blueprint.LENET_300_100.network(DIGIT, 10, 1);
    assertEquals(266_610, small.parameters());
    assertEquals(
        List.of("fc1.weight", "fc2.weight", "fc3.weight"),
        small.layers().stream().map(layer -> layer.name()).toList());
    var caffes = Blueprint.LENET_5.network(DIGIT, 10, 1);
    assertEquals(431_080, caffes.parameters());
    assertEquals(
        List.of(
            Shape.of(20, 1, 5, 5), Shape.of(50, 20, 5, 5), Shape.of(500, 800), Shape.of(10, 500)),
        caffes.layers().stream().map(layer -> layer.shape()).toList(),
        layers(caffes).toString());
  }

  @ParameterizedTest
  @EnumSource
  void runsAndGuesses(Blueprint blueprint) {
    var data = DataSets.open("digits", Split.TEST, OptionalInt.of(50));
    var network = blueprint.network(DIGIT, 10, 3);
    assertEquals(blueprint, Blueprint.named(network.name()).orElseThrow());
    try (var evaluator = Evaluators.open(network, data, Preprocessing.unitInterval())) {
      var accuracy = evaluator.baseline(Progress.none()).accuracy();
      assertEquals(50, accuracy.samples());
    }
    assertEquals(network.hash(), blueprint.network(DIGIT, 10, 3).hash());
    assertNotEquals(network.hash(), blueprint.network(DIGIT, 10, 4).hash());
    var colours = blueprint.network(Shape.of(3, 32, 32), 7, 3);
    assertEquals(List.of(-1, 3, 32, 32), colours.input().dims());
  }

  @Test
  void firstWeightsHaveTheSpreadThatTheyShouldHave() {
    float[] weights =
        Blueprint.LENET_300_100.network(DIGIT, 10, 2).layers().getFirst().weights().values();
    double squares = 0;
    for (float weight : weights) {
      squares += (double) weight * weight;
    }
    assertEquals(2.0 / 784, squares / weights.length, 0.02 * 2.0 / 784);
  }

  @Test
  void statisticsOfNormalizationsAreWrittenBackByName() {
    var network = Blueprint.RESNET_8.network(DIGIT, 10, 1);
    var mean = Tensor.of(Shape.of(16), new float[16]);
    mean.values()[3] = 0.5f;
    var changed = NetworkFiles.withConstants(network, Map.of("bn1.mean", mean));
    assertNotEquals(network.hash(), changed.hash());
    var initializers =
        changed.model().getGraph().getInitializerList().stream()
            .filter(tensor -> tensor.getName().equals("bn1.mean"))
            .toList();
    assertEquals(1, initializers.size());
    assertEquals(
        0.5f,
        initializers
            .getFirst()
            .getRawData()
            .asReadOnlyByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer()
            .get(3));
    assertThrows(
        IllegalArgumentException.class,
        () -> NetworkFiles.withConstants(network, Map.of("bn9.mean", mean)));
  }

  @Test
  void rowsOfNumbersAreNoPictures() {
    var fault = assertThrows(Fault.class, () -> Blueprint.LENET_5.network(Shape.of(20), 3, 1));
    assertTrue(fault.sentence().contains("lenet-300-100"), fault.sentence());
    assertEquals(3, Blueprint.LENET_300_100.network(Shape.of(20), 3, 1).layers().size());
  }
}
