package org.weighbridge.gui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.notice.Notices;

/**
 * A workbench without a toolkit: jobs, answers and the quiet after a move wait in one queue until
 * the test lets them happen.
 */
public final class Bench {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final List<Runnable> quiet = new ArrayList<>();

  /** What the clock says, in nanoseconds. */
  public long now;

  public final Notices notices = new Notices();
  public final JobRunner jobs = new JobRunner(tasks::add, lane -> tasks::add, notices::failed);
  public final Workbench workbench =
      new Workbench(
          jobs,
          notices,
          task -> {
            quiet.clear();
            quiet.add(task);
          },
          () -> now,
          PointStore.off());

  /** The bench with the little example open, assessed and measured. */
  public static Bench open(TinyExample example) {
    var bench = new Bench();
    bench.workbench.openModel(example.model(), Optional.of(example.data().toString()));
    bench.drain();
    return bench;
  }

  /** Does everything that is waiting. */
  public void drain() {
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /** Does one thing that is waiting. */
  public void step() {
    tasks.remove().run();
  }

  /** Lets the quiet after the last move pass. */
  public void rest() {
    var due = List.copyOf(quiet);
    quiet.clear();
    due.forEach(Runnable::run);
  }
}
