package org.weighbridge.gui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;

class JobsViewModelTest {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private long now;
  private final JobRunner jobs =
      new JobRunner(tasks::add, lane -> tasks::add, failure -> {}, () -> now);
  private final JobsViewModel model = new JobsViewModel(jobs);

  @Test
  void aJobWaitsRunsAndIsDone() {
    start(Lane.WORK, "Opening a", 0);
    assertEquals("Opening a, waiting", model.rows().getFirst().spoken());
    assertEquals("", model.rows().getFirst().elapsedText());
    assertEquals(1, model.running().get());
    drain();
    assertEquals(JobState.DONE, model.rows().getFirst().state());
    assertEquals(0, model.running().get());
  }

  @Test
  void timeAndProgressAreShownWhileItRuns() {
    var unused =
        jobs.start(
            Lane.WORK,
            "Assessing",
            progress -> {
              progress.begin("Assessing", 4);
              progress.step("fc1.weight");
              progress.worked(1);
              now += seconds(2);
              drain();
              model.tick();
              var row = model.rows().getFirst();
              assertEquals("Assessing, running, 25 %, fc1.weight", row.spoken());
              assertEquals("2.00 s", row.elapsedText());
              assertEquals("about 6.00 s", row.leftText());
              return true;
            },
            done -> {});
    drain();
    assertEquals(JobState.DONE, model.rows().getFirst().state(), "the assertions above were met");
  }

  @Test
  void theNewestIsOnTopAndEndedOnesBelow() {
    start(Lane.WORK, "one", 0);
    drain();
    start(Lane.WORK, "two", 0);
    start(Lane.WORK, "three", 0);
    assertEquals(List.of("three", "two", "one"), titles());
    assertEquals(2, model.running().get());
  }

  @Test
  void whatIsCancelledSaysSoAtOnce() {
    start(Lane.WORK, "searching", 0);
    model.cancel(model.rows().getFirst());
    assertEquals(JobState.CANCELLING, model.rows().getFirst().state());
    drain();
    assertEquals(JobState.CANCELLED, model.rows().getFirst().state());
  }

  @Test
  void whatFailedSaysWhyInOneSentence() {
    var unused =
        jobs.start(
            Lane.MEASURE,
            "measuring",
            progress -> {
              throw new Fault("The data is gone.");
            },
            done -> {});
    drain();
    var row = model.rows().getFirst();
    assertEquals(JobState.FAILED, row.state());
    assertEquals("The data is gone.", row.step());
  }

  @Test
  void quickWorkThatFollowsASliderIsNotListed() {
    start(Lane.MEASURE, "quick", 0.1);
    start(Lane.ENCODE, "slow", 1.5);
    start(Lane.MASK, "masks", 0.2);
    drain();
    assertEquals(List.of("slow"), titles());
  }

  @Test
  void theLastHundredAreKept() {
    for (int i = 0; i < JobsViewModel.KEPT + 5; i++) {
      start(Lane.WORK, "job " + i, 0);
      drain();
    }
    assertEquals(JobsViewModel.KEPT, model.rows().size());
    assertEquals("job 104", titles().getFirst());
    model.clear();
    assertTrue(model.rows().isEmpty());
  }

  private RunningJob start(Lane lane, String title, double seconds) {
    return jobs.start(
        lane,
        title,
        progress -> {
          now += seconds(seconds);
          return title;
        },
        done -> {});
  }

  private List<String> titles() {
    return model.rows().stream().map(JobRow::title).toList();
  }

  private static long seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds)).toNanos();
  }

  private void drain() {
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
