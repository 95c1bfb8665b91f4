package org.weighbridge.recipe.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Crew;
import org.weighbridge.job.Progress;

/**
 * Does steps as soon as the ones in front of them are done, several at the same time. A step that
 * fails takes those behind it along and no others.
 */
final class Schedule {
  /** A worker that waits asks as often as this whether it is still wanted. */
  private static final long PAUSE_MILLIS = 50;

  /** Does one step, as long as nothing went wrong elsewhere that ends all. */
  interface Work {
    void run(PlannedStep step, BooleanSupplier unwanted);
  }

  private final List<PlannedStep> waiting;
  private final Predicate<PlannedStep> alone;
  private final Work work;
  private final Set<String> left = new HashSet<>();
  private final Map<String, String> failed = new LinkedHashMap<>();
  private int running;
  private boolean runningAlone;
  private volatile boolean broken;

  /**
   * A schedule.
   *
   * @param steps that are not done, each behind the one it goes on from
   * @param alone which of them need the whole machine
   */
  Schedule(List<PlannedStep> steps, Predicate<PlannedStep> alone, Work work) {
    this.waiting = new ArrayList<>(steps);
    this.alone = alone;
    this.work = work;
    steps.forEach(step -> left.add(step.name()));
  }

  /**
   * Returns when all is done or has failed.
   *
   * @param atOnce at most as many steps at the same time
   * @return the sentences of the steps that failed, or that stand behind one that did
   * @throws CancellationException when it was cancelled
   */
  Map<String, String> run(int atOnce, Progress progress) {
    int workers = Math.clamp(waiting.size(), 1, atOnce);
    Crew.forEach(workers, workers, worker -> work(progress));
    return failed;
  }

  private void work(Progress progress) {
    try {
      for (var next = next(progress); next.isPresent(); next = next(progress)) {
        carryOut(next.get());
      }
    } catch (RuntimeException | Error e) {
      broken = true;
      throw e;
    }
  }

  private void carryOut(PlannedStep step) {
    Optional<String> failure = Optional.empty();
    try {
      work.run(step, () -> broken);
    } catch (Fault fault) {
      failure = Optional.of(fault.sentence());
    }
    ended(step, failure);
  }

  /** Waits for a step that may run; empty when none is left, or all is to end. */
  private synchronized Optional<PlannedStep> next(Progress progress) {
    progress.check();
    var next = ready();
    try {
      while (next.isEmpty() && !waiting.isEmpty() && !broken) {
        wait(PAUSE_MILLIS);
        progress.check();
        next = ready();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    if (broken) {
      return Optional.empty();
    }
    next.ifPresent(this::begun);
    return next;
  }

  private Optional<PlannedStep> ready() {
    return waiting.stream().filter(this::mayRun).findFirst();
  }

  private void begun(PlannedStep step) {
    waiting.remove(step);
    running++;
    runningAlone = alone.test(step);
  }

  private boolean mayRun(PlannedStep step) {
    boolean ready = step.before().map(before -> !left.contains(before.name())).orElse(true);
    return ready && !runningAlone && (running == 0 || !alone.test(step));
  }

  private synchronized void ended(PlannedStep step, Optional<String> failure) {
    running--;
    runningAlone = false;
    left.remove(step.name());
    failure.ifPresent(sentence -> fail(step, sentence));
    notifyAll();
  }

  private void fail(PlannedStep step, String sentence) {
    failed.put(step.name(), sentence);
    var behind = waiting.stream().filter(other -> other.isBehind(step)).toList();
    waiting.removeAll(behind);
    for (PlannedStep other : behind) {
      left.remove(other.name());
      fail(other, sentence);
    }
  }
}
