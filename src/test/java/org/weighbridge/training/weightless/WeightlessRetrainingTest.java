package org.weighbridge.training.weightless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Parameter;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;
import org.weighbridge.tensor.Tensor;
import org.weighbridge.training.LearningRate;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.Trainer;
import org.weighbridge.training.TrainingListener;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.gradient.BatchLoss;

/** A small pruned network on digits, a quarter of whose pruned weights come back wrong. */
class WeightlessRetrainingTest {
  private static final long SEED = 3;
  private static final LabelledSamples TRAINING = samples(Split.TRAINING, 1000);
  private static final LabelledSamples VALIDATION = samples(Split.VALIDATION, 300);
  private static final TrainingPlan PLAN =
      TrainingPlan.usual(SEED)
          .withBatch(50)
          .withDense(new StagePlan(4, new LearningRate.Cosine(0.1)))
          .withPruning(new StagePlan(0, new LearningRate.Constant(0.05)))
          .withRetraining(new StagePlan(2, new LearningRate.Cosine(0.05)));
  private static Network pruned;

  private static LabelledSamples samples(Split split, int count) {
    var data = DataSets.open("digits", split, OptionalInt.of(count));
    return new LabelledSamples(data, Preprocessing.unitInterval());
  }

  @BeforeAll
  static void prune() {
    Network dense = TestModels.mlp(SEED, 784, 24, 10);
    Map<LayerId, PruningRule> densities =
        dense.layers().stream()
            .collect(Collectors.toMap(Layer::id, _ -> new PruningRule.Density(0.2)));
    pruned =
        Trainer.train(
                dense,
                PLAN,
                Optional.of(Pruning.of(densities)),
                TRAINING,
                VALIDATION,
                Optional.empty(),
                Progress.none(),
                TrainingListener.none())
            .network();
  }

  private static Tensor coded(Network network, LayerId layer, Progress progress) {
    var codec = Codecs.byId("bloomier");
    Tensor weights = network.layer(layer).orElseThrow().weights();
    var settings = new CodecSettings(new Parameter("cells", 6), Effort.FAST);
    return codec.decode(codec.encode(weights, settings, progress), progress);
  }

  private static Network coded(Network network) {
    var decoded = new HashMap<LayerId, Tensor>();
    order().forEach(layer -> decoded.put(layer, coded(network, layer, Progress.none())));
    return network.withWeights(decoded);
  }

  private static List<LayerId> order() {
    return pruned.layers().stream().map(Layer::id).toList();
  }

  private static BatchLoss measure(Network network) {
    try (var gradients = Trainer.open(network, PLAN)) {
      return gradients.evaluate(VALIDATION, gradients.start(), Progress.none());
    }
  }

  private static WeightlessNetwork retrain(LayerCoder coder, TrainingPlan plan, Progress progress) {
    return WeightlessRetraining.retrain(
        pruned, order(), coder, plan, TRAINING, VALIDATION, progress, _ -> {});
  }

  @Test
  void codingWhatCameOfItGivesTheNetworkThatLearnt() {
    Map<LayerId, Tensor> frozen = new HashMap<>();
    var told = new ArrayList<LayerId>();
    var made =
        WeightlessRetraining.retrain(
            pruned,
            order(),
            (network, layer, progress) -> {
              frozen.forEach(
                  (earlier, as) ->
                      assertTrue(
                          network.layer(earlier).orElseThrow().weights().sameBits(as),
                          earlier + " was moved"));
              Tensor decoded = coded(network, layer, progress);
              frozen.put(layer, decoded);
              return decoded;
            },
            PLAN,
            TRAINING,
            VALIDATION,
            Progress.none(),
            layer -> told.add(layer.layer()));
    assertEquals(order(), told);
    Network again = coded(made.network());
    for (LayerId layer : order()) {
      assertTrue(again.layer(layer).orElseThrow().weights().sameBits(frozen.get(layer)));
      assertEquals(
          pruned.layer(layer).orElseThrow().weights().nonZeros(),
          made.network().layer(layer).orElseThrow().weights().nonZeros(),
          "pruned weights of " + layer + " stay zero");
    }
    assertEquals(made.layers().getLast().retrained(), measure(again));
  }

  @Test
  void theRestLearnsAroundFalsePositives() {
    BatchLoss without = measure(coded(pruned));
    BatchLoss with =
        measure(coded(retrain(WeightlessRetrainingTest::coded, PLAN, Progress.none()).network()));
    BatchLoss before = measure(pruned);
    assertTrue(before.accuracy() > 0.8, "%s, seed %d".formatted(before, SEED));
    assertTrue(
        with.correct() > without.correct() + 10,
        "%s without, %s with retraining, seed %d".formatted(without, with, SEED));
  }

  @Test
  void theSeedDecides() {
    var one = retrain(WeightlessRetrainingTest::coded, PLAN, Progress.none()).network().hash();
    assertEquals(
        one, retrain(WeightlessRetrainingTest::coded, PLAN, Progress.none()).network().hash());
    assertFalse(
        one.equals(
            retrain(WeightlessRetrainingTest::coded, PLAN.withSeed(4), Progress.none())
                .network()
                .hash()));
  }

  @Test
  void retrainingThatMakesThingsWorseIsTakenBack() {
    var astray = PLAN.withRetraining(new StagePlan(1, new LearningRate.Constant(30)));
    var made = retrain((network, layer, _) -> weights(network, layer), astray, Progress.none());
    assertEquals(measure(pruned), made.layers().getLast().retrained());
    for (LayerId layer : order()) {
      assertTrue(weights(pruned, layer).sameBits(weights(made.network(), layer)));
    }
  }

  private static Tensor weights(Network network, LayerId layer) {
    return network.layer(layer).orElseThrow().weights();
  }

  @Test
  void stopsWhenCancelled() {
    var cancel = new CancelToken();
    var progress = new TrackedProgress(cancel, _ -> {});
    assertThrows(
        CancellationException.class,
        () ->
            retrain(
                (network, layer, part) -> {
                  cancel.cancel();
                  return weights(network, layer);
                },
                PLAN,
                progress));
  }
}
