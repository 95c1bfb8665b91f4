package org.weighbridge.gui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.job.Job;

class LogViewModelTest {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Notices notices = new Notices();
  private final JobRunner jobs =
      new JobRunner(tasks::add, lane -> tasks::add, notices::failed, () -> 0);
  private LocalDateTime now = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
  private final LogViewModel model = new LogViewModel(notices, jobs, () -> now);

  @Test
  void noticesAndJobsAreWrittenDownNewestFirst() {
    notices.show(Notice.done("Wrote a file."));
    now = now.plusSeconds(10);
    run(Lane.WORK, "Opening a", progress -> true);
    assertEquals(
        "2026-01-02 03:04:05  notice  Wrote a file.\n"
            + "2026-01-02 03:04:15  job  Opening a: done in 0.0 ms.",
        LogViewModel.text(model.shown()));
  }

  @Test
  void theSameNoticeTwiceIsTwoEntries() {
    notices.show(Notice.done("Wrote a file."));
    notices.show(Notice.done("Wrote a file."));
    assertEquals(2, model.shown().size());
  }

  @Test
  void aFailureIsOneSentenceAndItsTraceIsInTheDetails() {
    run(
        Lane.WORK,
        "Opening a",
        progress -> {
          throw new Fault("a is no model.");
        });
    var problem = model.shown().filtered(entry -> entry.level() == Level.PROBLEM);
    assertEquals(1, problem.size());
    assertEquals("a is no model.", problem.getFirst().sentence());
    assertFalse(problem.getFirst().line().contains("\tat "));
    assertTrue(problem.getFirst().details().contains("\tat "), problem.getFirst().details());
  }

  @Test
  void theFilterShowsALevelAndWhatMattersMore() {
    run(Lane.WORK, "Opening a", progress -> true);
    notices.show(Notice.done("Wrote a file."));
    notices.failed(new Fault("No room."));
    notices.failed(new IllegalStateException("oops"));
    for (Level level : Level.values()) {
      model.from().set(level);
      assertEquals(
          List.copyOf(EnumSet.range(level, Level.DEFECT)),
          model.shown().reversed().stream().map(LogEntry::level).toList());
    }
  }

  @Test
  void whatFollowsASliderIsNotWrittenDown() {
    run(Lane.MEASURE, "Measuring accuracy", progress -> true);
    assertTrue(model.shown().isEmpty());
  }

  @Test
  void onlyTheLastEntriesAreKept() {
    for (int i = 0; i < LogViewModel.KEPT + 3; i++) {
      notices.show(Notice.done("notice " + i));
    }
    assertEquals(LogViewModel.KEPT, model.shown().size());
    assertEquals("notice 3", model.shown().getLast().sentence());
    model.clear();
    assertTrue(model.shown().isEmpty());
  }

  private void run(Lane lane, String title, Job<Boolean> job) {
    var unused = jobs.start(lane, title, job, done -> {});
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
