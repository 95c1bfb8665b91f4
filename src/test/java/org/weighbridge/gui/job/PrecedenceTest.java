package org.weighbridge.gui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Job;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;

class PrecedenceTest {
  private final Precedence precedence = new Precedence();

  private static final Job<String> ASKING =
      progress -> {
        progress.part(1).check();
        return "done";
      };

  @Test
  void workRestsUntilNothingIsUrgent() throws Exception {
    precedence.enter();
    precedence.enter();
    var work =
        CompletableFuture.supplyAsync(() -> precedence.givingWay(ASKING).run(Progress.none()));
    precedence.leave();
    assertThrows(
        java.util.concurrent.TimeoutException.class, () -> work.get(120, TimeUnit.MILLISECONDS));
    precedence.leave();
    assertEquals("done", work.get(10, TimeUnit.SECONDS));
  }

  @Test
  void restingWorkCanBeCancelled() throws Exception {
    precedence.enter();
    var token = new CancelToken();
    var asked = new CountDownLatch(1);
    Job<String> job =
        progress -> {
          asked.countDown();
          return ASKING.run(progress);
        };
    var work =
        CompletableFuture.supplyAsync(
            () ->
                assertThrows(
                    CancellationException.class,
                    () -> precedence.givingWay(job).run(new TrackedProgress(token, state -> {}))));
    assertTrue(asked.await(10, TimeUnit.SECONDS));
    token.cancel();
    work.get(10, TimeUnit.SECONDS);
  }

  @Test
  void threadsOfThePoolDoNotRest() {
    precedence.enter();
    Job<Boolean> job =
        progress -> {
          CompletableFuture.runAsync(progress::check).join();
          return true;
        };
    assertTrue(precedence.givingWay(job).run(Progress.none()));
  }

  @Test
  void aFailedUrgentJobHoldsNothingUp() {
    Job<String> failing =
        progress -> {
          throw new IllegalStateException("broken");
        };
    assertThrows(
        IllegalStateException.class, () -> precedence.urgent(failing).run(Progress.none()));
    assertEquals("done", precedence.givingWay(ASKING).run(Progress.none()));
    assertFalse(Thread.interrupted());
  }
}
