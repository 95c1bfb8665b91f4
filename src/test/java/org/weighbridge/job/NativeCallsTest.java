package org.weighbridge.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class NativeCallsTest {
  private record Resource(AtomicBoolean closed) implements AutoCloseable {
    @Override
    public void close() {
      closed.set(true);
    }
  }

  @Test
  void givesTheResultAndTheFailure() {
    try (var calls = new NativeCalls()) {
      var closed = new AtomicBoolean();
      assertEquals(closed, calls.await(() -> new Resource(closed), () -> {}).closed());
      assertFalse(closed.get());
      var failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  calls.await(
                      () -> {
                        throw new IllegalStateException("refused");
                      },
                      () -> {}));
      assertEquals("refused", failure.getMessage());
    }
  }

  @Test
  void anErrorIsTheCallersAsItIs() {
    try (var calls = new NativeCalls()) {
      var error = new OutOfMemoryError("of the call");
      assertSame(
          error,
          assertThrows(
              OutOfMemoryError.class,
              () ->
                  calls.await(
                      () -> {
                        throw error;
                      },
                      () -> {})));
    }
  }

  @Test
  void leavesACallThatIsNoLongerWantedAndClosesItsResult() {
    var cancel = new CancelToken();
    var goOn = new CountDownLatch(1);
    var closed = new AtomicBoolean();
    try (var calls = new NativeCalls()) {
      assertThrows(
          CancellationException.class,
          () ->
              calls.await(
                  () -> {
                    cancel.cancel();
                    await(goOn);
                    return new Resource(closed);
                  },
                  cancel::check));
      assertFalse(closed.get(), "the call is still under way");
      goOn.countDown();
    }
    assertTrue(closed.get(), "closing waits for what was left");
  }

  @Test
  void makesNoCallThatIsNotWantedFromTheStart() {
    var cancel = new CancelToken();
    cancel.cancel();
    var called = new AtomicBoolean();
    try (var calls = new NativeCalls()) {
      assertThrows(
          CancellationException.class,
          () ->
              calls.await(
                  () -> {
                    called.set(true);
                    return new Resource(called);
                  },
                  cancel::check));
    }
    assertFalse(called.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
