package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Tensor;

class EarlyStopTest {
  private static final long SEED = 63;
  private static final int SAMPLES = 5000;
  private final Network network = TestModels.mlp(SEED, 24, 16, 12, 5);
  private final RandomSamples noise = RandomSamples.of(SEED, SAMPLES, 5, 24);

  /** Unlabelled, so that every difference is a loss. */
  private Evaluator open() {
    return Evaluators.open(network, noise.unlabelled(), Preprocessing.unitInterval());
  }

  private Map<LayerId, Tensor> zeroed() {
    Layer layer = network.layers().get(1);
    return Map.of(layer.id(), new Tensor(layer.shape(), new float[layer.shape().size()]));
  }

  private Map<LayerId, Tensor> unchanged() {
    Layer layer = network.layers().get(1);
    return Map.of(layer.id(), new Tensor(layer.shape(), layer.weights().values().clone()));
  }

  @Test
  void restsOnFewSamplesWhereTheAnswerIsClear() {
    try (var evaluator = open()) {
      for (var replaced : List.of(zeroed(), unchanged())) {
        var all = evaluator.evaluate(replaced, Progress.none());
        var some = evaluator.evaluate(replaced, new SequentialTest(1, 0.01), Progress.none());
        int asked = some.accuracy().samples();
        assertTrue(asked < SAMPLES && asked > 0, some.toString());
        assertEquals(asked, some.predictions().length);
        assertEquals(asked - some.accuracy().correct(), some.flips().broken());
        assertEquals(all.accuracy().top1(), some.accuracy().top1(), 0.06, "seed " + SEED);
        assertEquals(all.loss().points() > 1, some.loss().points() > 1);
        int[] first = Arrays.copyOf(Shuffle.of(SAMPLES).draw(all.predictions()), asked);
        assertArrayEquals(first, some.predictions());
      }
    }
  }

  @Test
  void asksEverySampleWhereItIsNotClear() {
    try (var evaluator = open()) {
      var all = evaluator.evaluate(zeroed(), Progress.none());
      var close = new SequentialTest(all.loss().points(), 1e-9);
      var same = evaluator.evaluate(zeroed(), close, Progress.none());
      assertEquals(all.accuracy(), same.accuracy());
      assertEquals(all.flips(), same.flips());
      assertArrayEquals(all.predictions(), same.predictions());
      assertEquals(all.meanLoss(), same.meanLoss(), 1e-9);
    }
  }

  @Test
  void drawsEverySampleOnce() {
    int[] order = Shuffle.of(SAMPLES).order();
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < SAMPLES; i++) {
      assertEquals(i, sorted[i]);
    }
    double early = Arrays.stream(order).limit(SAMPLES / 5).average().orElseThrow();
    assertEquals(SAMPLES / 2.0, early, SAMPLES / 20.0, "the first are no random sample");
  }
}
