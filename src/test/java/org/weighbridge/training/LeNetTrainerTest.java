package org.weighbridge.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Shape;

class LeNetTrainerTest {
  private static final Dataset TRAINING = digits(Split.TRAINING, 3000);
  private static final Dataset VALIDATION = digits(Split.VALIDATION, 1000);
  private static final LeNetPlan SHORT = LeNetPlan.usual(5).withEpochs(3, 2, 2);

  private static Dataset digits(Split split, int limit) {
    return DataSets.open("digits", split, OptionalInt.of(limit));
  }

  private static TrainedNetworks train(List<LeNetEpoch> epochs, Progress progress) {
    return LeNetTrainer.train(
        SHORT, TRAINING, VALIDATION, Preprocessing.unitInterval(), progress, epochs::add);
  }

  @Test
  void learnsAndPrunes() {
    var epochs = new ArrayList<LeNetEpoch>();
    TrainedNetworks trained = train(epochs, Progress.none());

    assertEquals(7, epochs.size());
    assertEquals(epochs, trained.epochs());
    assertTrue(epochs.get(2).loss() < 0.5 * epochs.get(0).loss(), epochs.toString());
    assertTrue(epochs.get(2).validation() > 0.88, epochs.toString());
    assertTrue(epochs.get(6).validation() > 0.85, epochs.toString());
    assertEquals(1, epochs.get(2).density());

    Network pruned = trained.pruned();
    assertEquals(
        List.of("fc1.weight", "fc2.weight", "fc3.weight"),
        pruned.layers().stream().map(layer -> layer.name()).toList());
    for (int l = 0; l < 3; l++) {
      double density = 1 - pruned.layers().get(l).weights().sparsity();
      double wanted = SHORT.densities().get(l);
      assertTrue(density <= wanted + 1e-3 && density > 0.9 * wanted, "density " + density);
    }
    assertEquals(Shape.of(300, 784), pruned.layers().getFirst().shape());
    assertEquals(List.of(-1, 1, 28, 28), pruned.input().dims());
    assertEquals(266_610, pruned.parameters());

    var preprocessing = Preprocessing.unitInterval();
    try (var evaluator = Evaluators.open(pruned, VALIDATION, preprocessing)) {
      int correct = evaluator.baseline(Progress.none()).accuracy().correct();
      // ONNX Runtime sums in another order
      assertEquals(1000 * epochs.get(6).validation(), correct, 2);
    }
  }

  @Test
  void aSeedGivesTheSameBits() {
    LeNetPlan tiny = SHORT.withEpochs(1, 1, 1);
    Dataset training = TRAINING.limit(500);
    Dataset validation = VALIDATION.limit(100);
    var hashes =
        List.of(tiny, tiny, LeNetPlan.usual(6).withEpochs(1, 1, 1)).stream()
            .map(
                plan ->
                    LeNetTrainer.train(
                        plan,
                        training,
                        validation,
                        Preprocessing.unitInterval(),
                        Progress.none(),
                        epoch -> {}))
            .map(trained -> trained.pruned().hash())
            .toList();
    assertEquals(hashes.get(0), hashes.get(1));
    assertTrue(!hashes.get(0).equals(hashes.get(2)), "another seed gives other bits");
  }

  @Test
  void canBeCancelled() {
    var cancel = new CancelToken();
    var progress =
        new TrackedProgress(
            cancel,
            state -> {
              if (state.fraction() > 0.1) {
                cancel.cancel();
              }
            });
    var epochs = new ArrayList<LeNetEpoch>();
    assertThrows(CancellationException.class, () -> train(epochs, progress));
    assertEquals(0, epochs.size());
  }
}
