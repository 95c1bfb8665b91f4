package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.weighbridge.job.WorkPool;

/**
 * What a piece of work cost its thread.
 *
 * @param nanos processor time
 * @param bytes allocated on the heap
 */
public record Cost(long nanos, long bytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long MOST_NANOS = 100_000_000;
  private static final long MOST_BYTES = 64 << 20;

  /** What came of a piece of work, and what it cost. */
  private record Result<T>(T value, Cost cost) {
    /** Does the work without other threads. */
    static <T> Result<T> of(Supplier<T> work) {
      return WorkPool.limited(
          1,
          () -> {
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long nanos = THREADS.getCurrentThreadCpuTime();
            T value = work.get();
            long spent = THREADS.getCurrentThreadCpuTime() - nanos;
            long taken = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            return new Result<>(value, new Cost(spent, taken));
          });
    }

    boolean slow() {
      return cost.nanos > MOST_NANOS;
    }
  }

  /**
   * Holds a decoder to what a damaged stream may cost: 100 ms and 64 MB beyond the declared size.
   * The processor's time is taken, so that a busy machine fails nothing, and slow work is done
   * again, so that compiling it and collecting garbage do not either.
   *
   * @return what the decoder returns
   */
  public static <T> T check(Supplier<T> decoder, long declaredBytes, String what) {
    var result = Result.of(decoder);
    for (int again = 0; again < 2 && result.slow(); again++) {
      result = Result.of(decoder);
    }
    if (result.slow() || result.cost.bytes - declaredBytes > MOST_BYTES) {
      fail(what + " costs too much: " + result.cost);
    }
    return result.value;
  }
}
