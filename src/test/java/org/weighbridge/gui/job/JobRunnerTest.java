package org.weighbridge.gui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.weighbridge.fault.Fault;

class JobRunnerTest {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final JobRunner jobs = new JobRunner(tasks::add, lane -> tasks::add, failures::add);

  @Test
  void theResultArrivesAndTheJobIsGone() {
    var results = new ArrayList<Integer>();
    var job = jobs.start(Lane.WORK, "adding", progress -> 1 + 1, results::add);
    assertEquals(List.of(job), jobs.running());
    drain();
    assertEquals(List.of(2), results);
    assertEquals(RunningJob.State.DONE, job.state());
    assertTrue(jobs.running().isEmpty());
  }

  @Test
  void progressIsTold() {
    var job =
        jobs.start(
            Lane.WORK,
            "counting",
            progress -> {
              progress.begin("counting", 4);
              progress.worked(1);
              return true;
            },
            result -> {});
    drain();
    assertEquals(0.25, job.progress().get().fraction());
  }

  @Test
  void aCancelledJobIsNoFailureAndGivesNoResult() {
    var results = new ArrayList<Integer>();
    var job = jobs.start(Lane.WORK, "adding", progress -> 1 + 1, results::add);
    tasks.remove().run();
    job.cancel();
    drain();
    assertEquals(RunningJob.State.CANCELLED, job.state());
    assertEquals(List.of(), results);
    assertEquals(List.of(), failures);
  }

  @Test
  void aFailureIsToldOnce() {
    var fault = new Fault("No.");
    var job =
        jobs.start(
            Lane.MEASURE,
            "failing",
            progress -> {
              throw fault;
            },
            result -> {});
    drain();
    assertEquals(RunningJob.State.FAILED, job.state());
    assertEquals(List.of(fault), failures);
    assertSame(fault, job.failure().orElseThrow());
  }

  @Test
  void errorsOfTheJvmAreToldAndTheNextJobRuns() {
    for (Error error : List.of(new OutOfMemoryError("heap"), new StackOverflowError())) {
      var working =
          jobs.start(
              Lane.WORK,
              "working",
              progress -> {
                throw error;
              },
              result -> {});
      var taking =
          jobs.start(
              Lane.WORK,
              "taking",
              progress -> 1,
              result -> {
                throw error;
              });
      var results = new ArrayList<Integer>();
      var next = jobs.start(Lane.WORK, "adding", progress -> 1 + 1, results::add);
      drain();
      assertEquals(List.of(error, error), failures);
      assertSame(error, working.failure().orElseThrow());
      assertSame(error, taking.failure().orElseThrow());
      assertEquals(RunningJob.State.DONE, next.state());
      assertEquals(List.of(2), results);
      assertEquals(List.of(), jobs.running());
      failures.clear();
    }
  }

  @Test
  void theTimeAtWorkIsNeitherThatInTheQueueNorThatUntilTheWindowHears() {
    long[] now = {0};
    var timed = new JobRunner(tasks::add, lane -> tasks::add, failures::add, () -> now[0]);
    var job =
        timed.start(
            Lane.WORK,
            "timed",
            progress -> {
              now[0] += 30;
              return true;
            },
            result -> {});
    now[0] = 500;
    assertTrue(job.waiting());
    assertEquals(0, job.elapsed().toNanos());
    tasks.remove().run();
    now[0] = 900;
    drain();
    assertFalse(job.waiting());
    assertEquals(30, job.elapsed().toNanos());
  }

  private void drain() {
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
