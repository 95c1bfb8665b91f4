package org.weighbridge.prune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class PruningTest {
  private static final int SEED = 11;
  private static final Network MLP = TestModels.mlp(SEED, 20, 15, 9, 4);
  private static final Network CONV = TestModels.conv(SEED);
  private static final Network MATMUL = TestModels.matMul(SEED, 12, 10, 5);

  private static Map<LayerId, PruningRule> everywhere(Network network, PruningRule rule) {
    var rules = new HashMap<LayerId, PruningRule>();
    network.layers().forEach(layer -> rules.put(layer.id(), rule));
    return rules;
  }

  private static Set<LayerId> all(Network network) {
    var layers = new LinkedHashSet<LayerId>();
    network.layers().forEach(layer -> layers.add(layer.id()));
    return layers;
  }

  private static Pruning weights(Criterion criterion) {
    return new Pruning(new Structure.Weights(), criterion);
  }

  static Stream<Pruning> everyKind() {
    var criteria =
        List.of(
            new Criterion.PerLayer(everywhere(MLP, new PruningRule.Density(0.3))),
            new Criterion.PerLayer(everywhere(MLP, new PruningRule.Threshold(0.2))),
            new Criterion.PerLayer(everywhere(MLP, new PruningRule.Quality(0.8))),
            new Criterion.Global(all(MLP), 0.25));
    var structures =
        List.of(
            new Structure.Weights(),
            new Structure.Inputs(Norm.L1),
            new Structure.Blocks(2, 3, Norm.L2));
    var kinds = Stream.<Pruning>builder();
    for (Criterion criterion : criteria) {
      structures.forEach(structure -> kinds.add(new Pruning(structure, criterion)));
    }
    var neurons = new Structure.Neurons(Norm.L2);
    kinds.add(new Pruning(neurons, new Criterion.Global(PrunableLayers.of(MLP, neurons), 0.25)));
    kinds.add(new Pruning(new Structure.Weights(), new Criterion.Pattern(all(MLP), 2, 4)));
    return kinds.build();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void masksOfTheSameWeightsNest(Pruning pruning) {
    Masks before = pruning.masks(MLP, 0);
    for (var entry : before.byLayer().entrySet()) {
      int size = entry.getValue().size();
      assertEquals(size, entry.getValue().kept(), "nothing is gone in the beginning");
    }
    for (int round = 1; round <= 7; round++) {
      Masks now = pruning.masks(MLP, round / 7.0);
      for (var entry : now.byLayer().entrySet()) {
        Mask kept = entry.getValue();
        Mask earlier = before.byLayer().get(entry.getKey());
        for (int position : kept.positions()) {
          assertTrue(earlier.get(position), entry.getKey() + " " + position + " came back");
        }
      }
      before = now;
    }
  }

  /** Not quality: the standard deviation falls with the weights that go. */
  static Stream<Pruning> everyKindOfFixedLimits() {
    var quality = everywhere(MLP, new PruningRule.Quality(0.8));
    return everyKind()
        .filter(pruning -> !pruning.criterion().equals(new Criterion.PerLayer(quality)));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfFixedLimits")
  void whatIsLeftInTheEndIsLeftWhenPrunedOnTheWay(Pruning pruning) {
    Network half = pruning.masks(MLP, 0.5).apply(MLP);
    Masks straight = pruning.masks(MLP, 1);
    Masks bent = pruning.masks(half, 1);
    straight
        .byLayer()
        .forEach((layer, mask) -> assertTrue(mask.sameAs(bent.byLayer().get(layer)), layer + ""));
  }

  @Test
  void densitiesFallInAStraightLine() {
    double keep = 0.12;
    var rules = everywhere(MLP, new PruningRule.Density(keep));
    for (double done : new double[] {0, 0.25, 0.5, 1}) {
      var masks = Pruning.of(rules).masks(MLP, done);
      for (var layer : MLP.layers()) {
        int size = layer.weights().size();
        assertEquals(
            size * (1 - (1 - keep) * done),
            masks.byLayer().get(layer.id()).kept(),
            1.0,
            layer.name() + " at " + done);
      }
    }
  }

  @Test
  void oneThresholdForAllLayersIsThatOfAllWeightsSorted() {
    for (double keep : new double[] {0, 0.01, 0.2, 0.77, 1}) {
      var masks = weights(new Criterion.Global(all(CONV), keep)).masks(CONV, 1);
      float[] sorted = sorted(CONV);
      int count = (int) Math.round(keep * sorted.length);
      float limit = count == 0 ? Float.MAX_VALUE : sorted[sorted.length - count];
      int kept = 0;
      for (Layer layer : CONV.layers()) {
        Mask mask = masks.byLayer().get(layer.id());
        kept += mask.kept();
        for (int i = 0; i < mask.size(); i++) {
          assertEquals(
              Math.abs(layer.weights().values()[i]) >= limit, mask.get(i), layer.name() + " " + i);
        }
      }
      assertEquals(count, kept, "seed " + SEED);
    }
  }

  private static float[] sorted(Network network) {
    int size = network.layers().stream().mapToInt(layer -> layer.weights().size()).sum();
    float[] magnitudes = new float[size];
    int at = 0;
    for (Layer layer : network.layers()) {
      for (float value : layer.weights().values()) {
        magnitudes[at++] = Math.abs(value);
      }
    }
    Arrays.sort(magnitudes);
    return magnitudes;
  }

  @Test
  void aGlobalDensityOfNeuronsIsOneOfWeights() {
    var structure = new Structure.Neurons(Norm.L2);
    var layers = PrunableLayers.of(MLP, structure);
    assertEquals(Set.of(new LayerId("fc1.weight"), new LayerId("fc2.weight")), layers);
    var masks = new Pruning(structure, new Criterion.Global(layers, 0.4)).masks(MLP, 1);
    int kept = masks.byLayer().values().stream().mapToInt(Mask::kept).sum();
    int all = 20 * 15 + 15 * 9;
    assertTrue(kept <= 0.4 * all && kept > 0.4 * all - 20, kept + " of " + all);
  }

  @Test
  void ofEveryFourInputsTwoStay() {
    for (Network network : List.of(MLP, MATMUL)) {
      var masks = weights(new Criterion.Pattern(all(network), 2, 4)).masks(network, 1);
      for (Layer layer : network.layers()) {
        checkGroups(layer, masks.byLayer().get(layer.id()));
      }
    }
  }

  private static void checkGroups(Layer layer, Mask mask) {
    int columns = layer.shape().columns();
    boolean inputsAreColumns = layer.outputAxis() == 0;
    int inputs = inputsAreColumns ? columns : layer.shape().rows();
    int outputs = inputsAreColumns ? layer.shape().rows() : columns;
    for (int output = 0; output < outputs; output++) {
      for (int first = 0; first < inputs; first += 4) {
        float smallestKept = Float.MAX_VALUE;
        float largestGone = 0;
        int kept = 0;
        for (int input = first; input < Math.min(inputs, first + 4); input++) {
          int at = inputsAreColumns ? output * columns + input : input * columns + output;
          float magnitude = Math.abs(layer.weights().values()[at]);
          if (mask.get(at)) {
            kept++;
            smallestKept = Math.min(smallestKept, magnitude);
          } else {
            largestGone = Math.max(largestGone, magnitude);
          }
        }
        assertEquals(Math.min(2, inputs - first), kept, layer.name() + " group at " + first);
        assertTrue(largestGone <= smallestKept, layer.name() + " group at " + first);
      }
    }
  }

  @Test
  void groupsOfConvolutionsAreChannelsAtOnePlace() {
    var layer = CONV.layer(new LayerId("conv2.weight")).orElseThrow(); // 6 × 2 × 3 × 3
    var masks = weights(new Criterion.Pattern(Set.of(layer.id()), 1, 2)).masks(CONV, 1);
    Mask mask = masks.byLayer().get(layer.id());
    float[] values = layer.weights().values();
    for (int filter = 0; filter < 6; filter++) {
      for (int place = 0; place < 9; place++) {
        int at = filter * 18 + place;
        boolean first = Math.abs(values[at]) >= Math.abs(values[at + 9]);
        assertEquals(first, mask.get(at));
        assertEquals(!first, mask.get(at + 9));
      }
    }
  }

  @Test
  void blocksGoAsAWhole() {
    var fc1 = MLP.layers().getFirst(); // 15 × 20, in blocks of 4 × 8 with rests
    for (Norm norm : Norm.values()) {
      var rule = Map.<LayerId, PruningRule>of(fc1.id(), new PruningRule.Density(0.5));
      var pruning = new Pruning(new Structure.Blocks(4, 8, norm), new Criterion.PerLayer(rule));
      Mask mask = pruning.masks(MLP, 1).byLayer().get(fc1.id());
      double smallestKept = Double.MAX_VALUE;
      double largestGone = 0;
      int blocks = 0;
      for (int row = 0; row < 15; row += 4) {
        for (int column = 0; column < 20; column += 8) {
          boolean kept = mask.get(row * 20 + column);
          double sum = 0;
          int count = 0;
          for (int r = row; r < Math.min(15, row + 4); r++) {
            for (int c = column; c < Math.min(20, column + 8); c++) {
              assertEquals(kept, mask.get(r * 20 + c), "block at " + row + ", " + column);
              float value = fc1.weights().values()[r * 20 + c];
              sum += norm == Norm.L1 ? Math.abs(value) : value * value;
              count++;
            }
          }
          double size = norm == Norm.L1 ? sum / count : Math.sqrt(sum / count);
          blocks += kept ? 1 : 0;
          smallestKept = kept ? Math.min(smallestKept, size) : smallestKept;
          largestGone = kept ? largestGone : Math.max(largestGone, size);
        }
      }
      assertEquals(6, blocks, "half of 12");
      assertTrue(largestGone <= smallestKept + 1e-6, norm + " seed " + SEED);
    }
  }

  @Test
  void neuronsAreOutputsHoweverTheyAreStored() {
    for (Network network : List.of(MLP, CONV, MATMUL)) {
      Layer layer = network.layers().getFirst();
      int outputs = layer.shape().dim(layer.outputAxis());
      var rule = Map.<LayerId, PruningRule>of(layer.id(), new PruningRule.Density(0.5));
      var pruning = new Pruning(new Structure.Neurons(Norm.L1), new Criterion.PerLayer(rule));
      Mask mask = pruning.masks(network, 1).byLayer().get(layer.id());
      int perOutput = layer.weights().size() / outputs;
      int[] kept = new int[outputs];
      for (int position : mask.positions()) {
        kept[layer.outputAxis() == 0 ? position / perOutput : position % outputs]++;
      }
      assertTrue(Arrays.stream(kept).allMatch(n -> n == 0 || n == perOutput), layer.name());
      assertEquals(Math.round(0.5 * outputs), mask.kept() / perOutput, layer.name());
    }
  }

  @Test
  void zerosNeverComeBack() {
    var fc1 = MLP.layers().getFirst();
    Network half = Pruning.of(Map.of(fc1.id(), new PruningRule.Density(0.5))).apply(MLP);
    for (var pruning : everyKind().toList()) {
      Mask mask = pruning.masks(half, 0.1).byLayer().get(fc1.id());
      for (int position : mask.positions()) {
        assertFalse(half.layers().getFirst().weights().values()[position] == 0, pruning + "");
      }
    }
  }

  @Test
  void othersAreLeftAlone() {
    var fc2 = MLP.layers().get(1);
    Network pruned = Pruning.of(Map.of(fc2.id(), new PruningRule.Density(0.1))).apply(MLP);
    assertTrue(pruned.layers().getFirst().weights().sameBits(MLP.layers().getFirst().weights()));
    assertEquals(14, pruned.layers().get(1).weights().nonZeros());
  }

  @Test
  void whatMakesNoSenseIsRefusedInASentence() {
    var few = weights(new Criterion.Pattern(Set.of(new LayerId("conv1.weight")), 2, 4));
    var fault = assertThrows(Fault.class, () -> few.masks(CONV, 1));
    assertTrue(
        fault
            .getMessage()
            .contains("conv1.weight of conv cannot keep 2 of every 4 inputs: it has only 1;"));
    var classes =
        new Pruning(new Structure.Neurons(Norm.L2), new Criterion.Global(all(MATMUL), 0.5));
    fault = assertThrows(Fault.class, () -> classes.masks(MATMUL, 1));
    assertTrue(fault.getMessage().contains("The neurons of w2 are the classes"));
    var nobody = Pruning.of(Map.of(new LayerId("fc9"), new PruningRule.Density(0.5)));
    assertThrows(Fault.class, () -> nobody.masks(MLP, 1));
    assertThrows(IllegalArgumentException.class, () -> new Criterion.Pattern(Set.of(), 4, 4));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Pruning(new Structure.Neurons(Norm.L2), new Criterion.Pattern(Set.of(), 2, 4)));
  }

  @Test
  void largeLayersAreCutIntoPiecesAndPutTogether() {
    var random = new SplittableRandom(SEED);
    var values = new float[1_000_003];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(-500, 500) / 64f; // many ties
    }
    var weights = new Tensor(Shape.of(values.length), values);
    assertEquals(
        123_457, Pruning.mask(weights, new PruningRule.Density(123_457.0 / values.length)).kept());
  }
}
