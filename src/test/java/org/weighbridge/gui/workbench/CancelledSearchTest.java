package org.weighbridge.gui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Objective;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.notice.Notices;

/** Cancelled in the middle of a search: news reaches the window while the job is at work. */
class CancelledSearchTest {
  @TempDir Path folder;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Notices notices = new Notices();
  private final Workbench workbench =
      new Workbench(
          new JobRunner(Runnable::run, lane -> tasks::add, notices::failed),
          notices,
          tasks::add,
          System::nanoTime,
          PointStore.off());

  private void drain() {
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private void openAndCancelAtTheFirstTrial() {
    var example = TinyExample.in(folder);
    workbench.openModel(example.model(), Optional.of(example.data().toString()));
    drain();
    workbench
        .comparing()
        .measured()
        .addListener(
            (o, before, now) -> {
              if (!now.on(Split.VALIDATION).isEmpty()) {
                workbench.optimizing().cancel();
              }
            });
  }

  @Test
  void theBestSoFarIsOffered() {
    openAndCancelAtTheFirstTrial();
    workbench.optimize(new Objective.LeastSize(50));
    drain();
    var trials = workbench.comparing().measured().get().on(Split.VALIDATION);
    var offered = workbench.optimizing().suggestion().get();
    assertNotNull(offered);
    assertFalse(offered.finished());
    assertEquals(trials.getFirst().configuration(), offered.configuration());
    assertNull(workbench.optimizing().running().get());
    assertNull(notices.current().get());
  }

  @Test
  void nothingIsOfferedOfANetworkThatIsGone() {
    openAndCancelAtTheFirstTrial();
    workbench.optimize(new Objective.LeastSize(50));
    workbench.optimizing().forget();
    drain();
    assertNull(workbench.optimizing().suggestion().get());
  }
}
