package org.weighbridge.job;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Numbered tasks that several threads do, and the first failure among them. */
final class Tasks {
  private final int count;
  private final IntConsumer task;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Tasks(int count, IntConsumer task) {
    this.count = count;
    this.task = task;
  }

  /** Takes tasks until none is left or one has failed. */
  void work() {
    int index;
    while (failure.get() == null && (index = next.getAndIncrement()) < count) {
      attempt(index);
    }
  }

  /** Does one task unless another has failed. */
  void attempt(int index) {
    if (failure.get() == null) {
      try {
        task.accept(index);
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    }
  }

  /** Throws the first failure. */
  void rethrow() {
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
