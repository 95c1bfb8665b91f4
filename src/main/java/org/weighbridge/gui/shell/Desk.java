package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.experiment.SampleModel;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.assess.AssessViewModel;
import org.weighbridge.gui.chart.SaveRequest;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.optimize.OptimizerViewModel;
import org.weighbridge.gui.theme.Theme;
import org.weighbridge.gui.workbench.Workbench;

/** One workbench with its scene: everything a window, a picture or a test needs. */
public final class Desk {
  /** The quiet after a slider's last move before the file is encoded. */
  private static final Duration QUIET = Duration.ofMillis(150);

  private final Notices notices = new Notices();
  private final Workbench workbench;
  private final Scene scene;

  /**
   * Sets everything up, on the toolkit's thread.
   *
   * @param toolkit runs tasks on the toolkit's thread
   * @param dialogs asks for files
   * @param quit closes the window
   */
  public Desk(Executor toolkit, Dialogs dialogs, Theme theme, Runnable quit) {
    var jobs = new JobRunner(toolkit, Threads::of, notices::failed);
    var store =
        PointStore.ofUser(sentence -> jobs.onWindow(() -> notices.show(Notice.done(sentence))));
    workbench =
        new Workbench(jobs, notices, Threads.debounce(QUIET, toolkit), System::nanoTime, store);
    scene = new Scene(new Pane(), 1480, 940);
    var look = new ThemeSwitch(scene, theme);
    var optimizer = new OptimizerViewModel(workbench);
    var assess = new AssessViewModel(workbench);
    var actions = new Actions(workbench, assess, optimizer, dialogs, look, quit);
    var window = new MainWindow(workbench, assess, optimizer, notices, actions);
    window.addEventHandler(SaveRequest.TYPE, new ChartFiles(dialogs, jobs, notices));
    scene.setRoot(window);
    FileDrop.on(scene, workbench);
  }

  public Scene scene() {
    return scene;
  }

  public Workbench workbench() {
    return workbench;
  }

  public Notices notices() {
    return notices;
  }

  /** Opens a model, or the bundled sample when none is named. */
  public void open(Optional<Path> model, Optional<String> data) {
    try {
      workbench.openModel(model.orElseGet(SampleModel::file), data);
    } catch (Fault fault) {
      notices.failed(fault);
    }
  }
}
