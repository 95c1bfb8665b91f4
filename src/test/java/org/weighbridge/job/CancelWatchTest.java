package org.weighbridge.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancelWatchTest {
  @Test
  void stopsCancelledWorkOnce() throws InterruptedException {
    var cancel = new CancelToken();
    var stopped = new CountDownLatch(1);
    var stops = new AtomicInteger();
    var watch =
        new CancelWatch(
            cancel::check,
            () -> {
              stops.incrementAndGet();
              stopped.countDown();
            });
    Thread.sleep(120);
    assertEquals(0, stops.get(), "stopped work that is wanted");
    cancel.cancel();
    assertTrue(stopped.await(10, TimeUnit.SECONDS), "never stopped");
    Thread.sleep(120);
    assertEquals(1, stops.get());
    watch.close();
  }

  @Test
  void looksNoMoreOnceClosed() throws InterruptedException {
    var cancel = new CancelToken();
    var stops = new AtomicInteger();
    new CancelWatch(cancel::check, stops::incrementAndGet).close();
    cancel.cancel();
    Thread.sleep(120);
    assertEquals(0, stops.get());
  }
}
