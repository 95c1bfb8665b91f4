package org.weighbridge.gui.mask;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.concurrent.Service;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests off the window's thread, one at a time. Of those that come meanwhile only the
 * newest waits: nothing queues up, and a drag is answered as often as can be.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
final class Newest<Q, A> {
  private final Function<Q, A> work;
  private final BiConsumer<Q, A> answered;
  private final Runnable failed;
  private final Worker worker = new Worker();
  private @Nullable Q underWay;
  private @Nullable Q next;

  /**
   * @param answered told on the window's thread
   * @param failed told on the window's thread that the newest request cannot be answered
   */
  Newest(Function<Q, A> work, BiConsumer<Q, A> answered, Runnable failed) {
    this.work = work;
    this.answered = answered;
    this.failed = failed;
  }

  void ask(Q request) {
    next = request;
    if (underWay == null) {
      start();
    }
  }

  /** Whether everything asked is answered. */
  boolean idle() {
    return underWay == null && next == null;
  }

  /** No request waits any more; the answer to the one under way is dropped. */
  void forget() {
    next = null;
    worker.wanted = false;
  }

  private void start() {
    underWay = next;
    next = null;
    worker.wanted = true;
    if (underWay != null) {
      worker.restart();
    }
  }

  private void ended(boolean well) {
    Q request = underWay;
    boolean wanted = worker.wanted;
    A answer = worker.getValue();
    underWay = null;
    if (wanted && well && request != null && answer != null) {
      answered.accept(request, answer);
    } else if (wanted && next == null) {
      failed.run();
    }
    if (next != null && underWay == null) {
      start();
    }
  }

  private final class Worker extends Service<A> {
    private boolean wanted;

    @Override
    protected Task<A> createTask() {
      Q request = Optional.ofNullable(underWay).orElseThrow();
      return new Task<>() {
        @Override
        protected A call() {
          return work.apply(request);
        }
      };
    }

    Worker() {
      setOnSucceeded(end -> ended(true));
      setOnFailed(end -> ended(false));
    }
  }
}
