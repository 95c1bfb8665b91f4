package org.weighbridge.job;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The one bounded pool for CPU work, as wide as the machine has processors. */
public final class WorkPool {
  private static final Pool POOL = new Pool(Runtime.getRuntime().availableProcessors());

  /** Bound where everything stays on the thread at hand. */
  private static final ScopedValue<Boolean> ALONE = ScopedValue.newInstance();

  /** Tells our threads from those of the JVM's common pool. */
  private static final class Pool extends ForkJoinPool {
    Pool(int threads) {
      super(threads);
    }
  }

  private WorkPool() {}

  /**
   * Runs {@code task} for 0 to {@code count - 1} and returns when none runs any more. Tasks must
   * own disjoint outputs, so that the result does not depend on the number of threads. After a
   * failure no further task is begun, and the first failure itself is thrown: the pool would leave
   * the others running, and needs memory to keep a failure, which may be what there is none of.
   */
  public static void forEach(int count, IntConsumer task) {
    assert ResponsiveThread.elsewhere() : "work on the thread that has to answer";
    if (count == 1 || ALONE.isBound()) {
      for (int i = 0; i < count; i++) {
        task.accept(i);
      }
      return;
    }
    var tasks = new Tasks(count, task);
    Runnable all = () -> IntStream.range(0, count).parallel().forEach(tasks::attempt);
    if (within() != null) {
      all.run();
    } else {
      POOL.submit(all).join();
    }
    tasks.rethrow();
  }

  /**
   * Does a piece of work whose {@link #forEach} calls share that many threads, be it more than the
   * machine has processors; never more than a limit around it. With one thread nothing leaves the
   * calling thread.
   *
   * @param threads at least 1
   */
  public static <T> T limited(int threads, Supplier<T> work) {
    assert ResponsiveThread.elsewhere() : "work on the thread that has to answer";
    if (threads == 1) {
      return ScopedValue.where(ALONE, true).call(work::get);
    }
    if (ALONE.isBound() || (within() != null && threads >= threads())) {
      return work.get();
    }
    try (var pool = new Pool(threads)) {
      return pool.submit(work::get).join();
    }
  }

  /**
   * Begins a piece of work on one thread of the pool, beside what the calling thread goes on with.
   */
  public static <T> Future<T> begin(Supplier<T> work) {
    return POOL.submit(() -> limited(1, work));
  }

  /**
   * Does tasks 0 to {@code count - 1}, each on one thread, some beside each other, and hands their
   * results over in order on the calling thread. When it returns or throws, no task is running.
   *
   * @param ahead at most as many results are begun and not handed over; with one, each task may
   *     itself use all threads
   */
  public static <T> void inOrder(
      int count, int ahead, IntFunction<T> task, ObjIntConsumer<T> receiver) {
    if (ahead <= 1 || threads() == 1) {
      for (int i = 0; i < count; i++) {
        receiver.accept(task.apply(i), i);
      }
      return;
    }
    var begun = new ArrayDeque<Future<T>>();
    var left = new AtomicBoolean();
    int next = 0;
    try {
      for (int i = 0; i < count; i++) {
        while (next < count && begun.size() < ahead) {
          int index = next++;
          begun.add(begin(() -> unless(left, task, index)));
        }
        receiver.accept(await(begun.remove()), i);
      }
    } finally {
      left.set(true);
      // what they read or write may be gone when this is left
      begun.forEach(WorkPool::end);
    }
  }

  private static <T> T unless(AtomicBoolean left, IntFunction<T> task, int index) {
    if (left.get()) {
      throw new CancellationException("another task failed");
    }
    return task.apply(index);
  }

  private static <T> T await(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      end(task);
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    } catch (ExecutionException e) {
      switch (Objects.requireNonNull(e.getCause())) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Waits for a task whose result nobody wants. */
  private static void end(Future<?> task) {
    if (task instanceof ForkJoinTask<?> forked) {
      forked.quietlyJoin();
    }
  }

  /** How many threads share the work that the calling thread gives away. */
  public static int threads() {
    var within = within();
    return ALONE.isBound() ? 1 : (within == null ? POOL : within).getParallelism();
  }

  /** The pool whose thread this is, if any. */
  private static @Nullable Pool within() {
    return Thread.currentThread() instanceof ForkJoinWorkerThread worker
            && worker.getPool() instanceof Pool pool
        ? pool
        : null;
  }
}
