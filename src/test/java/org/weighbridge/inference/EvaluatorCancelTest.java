package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.ProgressState;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.ModelBuilder;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Tensor;

class EvaluatorCancelTest {
  private static final long SEED = 3;
  private static final Network SMALL = TestModels.mlp(SEED, 24, 16, 12, 5);
  private static final RandomSamples NOISE = RandomSamples.of(SEED, 5500, 5, 24);
  private static final Map<LayerId, Tensor> CHANGED = EvaluatorTest.disturbed(SMALL, 0.5, SEED);

  private static Evaluator open(Network network, RandomSamples samples) {
    return Evaluators.open(network, samples, Preprocessing.unitInterval());
  }

  /** A progress that somebody cancels once a part of the work is done. */
  private static Progress cancelledAt(double fraction) {
    var cancel = new CancelToken();
    return new TrackedProgress(
        cancel,
        state -> {
          if (state.fraction() > fraction) {
            cancel.cancel();
          }
        });
  }

  @Test
  void stopsBetweenBatchesAndGoesOnLater() {
    LayerId layer = SMALL.layers().get(1).id();
    var replaced = Map.of(layer, CHANGED.get(layer));
    int[] expected = PlainForward.predict(SMALL.withWeights(replaced), NOISE);
    try (var evaluator = open(SMALL, NOISE)) {
      for (double fraction : new double[] {0.1, 0.4, 0.7}) {
        assertThrows(
            CancellationException.class,
            () -> evaluator.evaluate(replaced, cancelledAt(fraction)),
            "at " + fraction);
      }
      assertArrayEquals(expected, evaluator.evaluate(replaced, Progress.none()).predictions());
    }
  }

  @Test
  void countsTheWholeWayOnce() {
    var last = new AtomicReference<>(new ProgressState("", "", -1));
    LayerId layer = SMALL.layers().get(1).id();
    try (var evaluator = open(SMALL, NOISE)) {
      for (int round = 0; round < 2; round++) {
        evaluator.evaluate(
            Map.of(layer, CHANGED.get(layer)), new TrackedProgress(new CancelToken(), last::set));
        assertEquals(1, last.get().fraction(), 1e-9, "round " + round);
      }
    }
  }

  @Test
  void stopsWithinALongBatch() throws InterruptedException {
    // 60 products of 1000 × 1000 × 1000: far more than the watch's period on any machine
    var builder = new ModelBuilder(SEED).input("input", -1, 1000).weight("w", 1000, 1000);
    for (int i = 1; i < 60; i++) {
      String from = i == 1 ? "input" : "a" + (i - 1);
      builder.node("MatMul", List.of(from, "w"), "m" + i).node("Tanh", List.of("m" + i), "a" + i);
    }
    var model = builder.node("MatMul", List.of("a59", "w"), "logits").output("logits", -1, 1000);
    Network deep = NetworkFiles.of(model.build(), "deep");
    var samples = RandomSamples.of(SEED, 1000, 5, 1000);
    var cancel = new CancelToken();
    var last = new AtomicReference<>(new ProgressState("", "", -1));
    var begun = new CountDownLatch(1);
    try (var evaluator = open(deep, samples)) {
      var work =
          CompletableFuture.supplyAsync(
              () ->
                  evaluator.baseline(
                      new TrackedProgress(
                          cancel,
                          state -> {
                            last.set(state);
                            begun.countDown();
                          })));
      assertTrue(begun.await(60, TimeUnit.SECONDS));
      cancel.cancel();
      assertInstanceOf(
          CancellationException.class,
          assertThrows(ExecutionException.class, work::get).getCause());
      assertEquals(0, last.get().fraction(), "the only batch was finished first");
    }
  }

  @Test
  void waitsItsTurnAndCanBeCalledOff() {
    try (var evaluator = open(SMALL, NOISE)) {
      Progress nested =
          new TrackedProgress(
              new CancelToken(),
              state -> {
                var cancel = new CancelToken();
                var second =
                    CompletableFuture.supplyAsync(
                        () -> evaluator.baseline(new TrackedProgress(cancel, ignored -> {})));
                cancel.cancel();
                var failure = assertThrows(ExecutionException.class, second::get);
                assertInstanceOf(CancellationException.class, failure.getCause());
              });
      assertEquals(NOISE.size(), evaluator.baseline(nested).accuracy().samples());
    }
  }

  @Test
  void closesUnderWork() throws InterruptedException {
    var evaluator = open(SMALL, NOISE);
    var working = new CountDownLatch(20);
    var work =
        CompletableFuture.runAsync(
            () -> {
              while (true) {
                CHANGED.forEach(
                    (id, tensor) -> evaluator.evaluate(Map.of(id, tensor), Progress.none()));
                working.countDown();
              }
            });
    assertTrue(working.await(60, TimeUnit.SECONDS));
    evaluator.close();
    Throwable end = assertThrows(ExecutionException.class, work::get).getCause();
    assertTrue(
        end instanceof CancellationException || end instanceof IllegalStateException,
        () -> "ended with " + end);
    assertThrows(IllegalStateException.class, () -> evaluator.baseline(Progress.none()));
    evaluator.close();
  }
}
