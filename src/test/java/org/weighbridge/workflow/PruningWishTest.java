package org.weighbridge.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.TestModels;
import org.weighbridge.prune.Criterion;
import org.weighbridge.prune.Norm;
import org.weighbridge.prune.PruningRule;
import org.weighbridge.prune.Structure;

class PruningWishTest {
  private static final Structure WEIGHTS = new Structure.Weights();
  private static final Optional<LayerValues<Double>> NONE = Optional.empty();

  @Test
  void aNumberForAllLayersLeavesTheClassesAlone() {
    var network = TestModels.mlp(1, 36, 24, 4);
    var neurons = new Structure.Neurons(Norm.L2);
    var all = new PruningWish.Rules(neurons, Optional.of(LayerValues.everywhere(0.5)), NONE, NONE);
    assertEquals(
        Map.of(new LayerId("fc1.weight"), new PruningRule.Density(0.5)),
        ((Criterion.PerLayer) all.in(network).criterion()).rules());
  }

  @Test
  void refusesWhatNoNetworkAllows() {
    var half = LayerValues.everywhere(0.5);
    var named = new LayerValues<>(Optional.<Double>empty(), Map.of("fc1.weight", 0.5));
    refuses("density 2.0", LayerValues.everywhere(2.0), NONE);
    refuses("two rules for all layers", half, Optional.of(half));
    refuses("two rules for fc1.weight", half, Optional.of(named));
    refuses("two rules for fc1.weight", named, Optional.of(named));
    assertThrows(IllegalArgumentException.class, () -> new PruningWish.NofM(4, 4));
    assertThrows(IllegalArgumentException.class, () -> new PruningWish.Global(WEIGHTS, -0.1));
  }

  private static void refuses(
      String words, LayerValues<Double> density, Optional<LayerValues<Double>> threshold) {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new PruningWish.Rules(WEIGHTS, Optional.of(density), threshold, NONE));
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
  }

  @Test
  void namesTheLayersThatThereAre() {
    var named = new LayerValues<>(Optional.<Double>empty(), Map.of("fc9.weight", 0.5));
    var fault =
        assertThrows(
            Fault.class, () -> PruningWish.density(named).in(TestModels.mlp(1, 36, 24, 4)));
    assertTrue(fault.sentence().contains("fc2.weight"), fault.sentence());
    assertThrows(Fault.class, () -> new PruningWish.NofM(2, 400).in(TestModels.mlp(1, 36, 24, 4)));
  }
}
