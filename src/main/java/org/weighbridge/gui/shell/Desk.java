package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.experiment.SampleModel;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.about.AboutPage;
import org.weighbridge.gui.action.Actions;
import org.weighbridge.gui.assess.AssessViewModel;
import org.weighbridge.gui.chart.FigureRequest;
import org.weighbridge.gui.export.FigureExports;
import org.weighbridge.gui.export.Folders;
import org.weighbridge.gui.export.ReportPane;
import org.weighbridge.gui.export.ReportViewModel;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.optimize.OptimizerViewModel;
import org.weighbridge.gui.overlay.Overlay;
import org.weighbridge.gui.palette.Palette;
import org.weighbridge.gui.palette.PaletteViewModel;
import org.weighbridge.gui.session.SessionKeeper;
import org.weighbridge.gui.shortcuts.Shortcuts;
import org.weighbridge.gui.shortcuts.ShortcutsPage;
import org.weighbridge.gui.theme.Theme;
import org.weighbridge.gui.user.RecentFiles;
import org.weighbridge.gui.user.Settings;
import org.weighbridge.gui.user.UserFiles;
import org.weighbridge.gui.welcome.Welcome;
import org.weighbridge.gui.welcome.WelcomeViewModel;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.job.ResponsiveThread;

/** One workbench with its scene: everything a window, a picture or a test needs. */
public final class Desk {
  /** The quiet after a slider's last move before the file is encoded. */
  private static final Duration QUIET = Duration.ofMillis(150);

  /** The quiet after a change before the session is kept aside. */
  private static final Duration AUTOSAVE = Duration.ofSeconds(3);

  private final Notices notices = new Notices();
  private final Actions actions = new Actions();
  private final Writer writer = new Writer();
  private final Workbench workbench;
  private final SessionKeeper sessions;
  private final Opener opener;
  private final OptimizerViewModel optimizer;
  private final WelcomeViewModel welcome;
  private final MainWindow window;
  private final Scene scene;

  /**
   * Sets up what is seen first, on the toolkit's thread; {@link #furnish()} does the rest.
   *
   * @param toolkit runs tasks on the toolkit's thread
   * @param dialogs asks for files
   * @param user where settings, recent files and autosaved sessions are kept
   * @param quit closes the window
   */
  public Desk(Executor toolkit, Dialogs dialogs, UserFiles user, Runnable quit) {
    ResponsiveThread.declare();
    var jobs = new JobRunner(toolkit, Threads::of, notices::failed);
    var store =
        user.keeps()
            ? PointStore.ofUser(
                sentence -> jobs.onWindow(() -> notices.show(Notice.done(sentence))))
            : PointStore.off();
    workbench =
        new Workbench(jobs, notices, Threads.debounce(QUIET, toolkit), System::nanoTime, store);
    var settings = new Settings(user, writer);
    var recent = new RecentFiles(user, writer, toolkit);
    sessions =
        new SessionKeeper(
            workbench,
            notices,
            user.state().map(folder -> folder.resolve("sessions")),
            writer,
            toolkit,
            Threads.debounce(AUTOSAVE, toolkit),
            recent::add);
    opener = new Opener(workbench, sessions, dialogs, recent, this::say);
    optimizer = new OptimizerViewModel(workbench);
    var assess = new AssessViewModel(workbench);
    var overlay = new Overlay();
    var folders = new Folders(dialogs::saveFolder, dialogs::show);
    var root = new WindowRoot();
    scene = new Scene(root, 1480, 940);
    var needs = Needs.of(workbench);
    actions.add(
        FileMenu.actions(
            new FileActions(
                workbench,
                dialogs,
                opener,
                sessions,
                () ->
                    new ReportPane(
                            new ReportViewModel(workbench, settings, notices), folders, overlay)
                        .ask()),
            needs,
            quit));
    actions.add(EditMenu.actions(workbench, needs));
    actions.add(RunMenu.actions(workbench, assess, optimizer, needs));
    actions.add(ViewMenu.actions(workbench, new ThemeSwitch(scene, settings.theme()), needs));
    welcome =
        new WelcomeViewModel(workbench, recent, Unfinished.of(sessions, dialogs), opener::open);
    var offers = new Offers(workbench, actions, welcome);
    var palette = new Palette(new PaletteViewModel(offers::commands, this::say), overlay);
    var shortcuts = new ShortcutsPage(() -> Shortcuts.of(actions.all()), overlay);
    var about = new AboutPage(overlay);
    actions.add(HelpMenu.actions(palette::toggle, shortcuts::toggle, about::toggle));
    HelpMenu.secondKey(scene, palette::toggle);
    window =
        new MainWindow(
            workbench, assess, notices, actions, new Welcome(welcome, actions.get("open").run()));
    window.addEventHandler(
        FigureRequest.TYPE, new FigureExports(overlay, settings, folders, jobs, notices));
    Menus.fill(window.menus(), actions, RecentMenu.of(recent, opener), this::say);
    var drop = new DropHint();
    window.status().follow(sessions.words());
    root.fill(window, drop, overlay);
    FileDrop.on(scene, drop, () -> workbench.subject().get() != null, opener);
  }

  /** The same with a look that is given, and nothing of the user's read or kept. */
  public Desk(Executor toolkit, Dialogs dialogs, Theme theme, Runnable quit) {
    this(toolkit, dialogs, UserFiles.none(), quit);
    furnish();
    actions.get("theme-" + theme.name().toLowerCase(java.util.Locale.ROOT)).run().run();
  }

  /** Builds what the welcome hides, and looks for samples. Once, before anything is opened. */
  public void furnish() {
    var parts = new Parts(workbench, optimizer, notices, actions);
    window.furnish(parts);
    Escape.on(scene, parts.grid(), workbench);
    welcome.look();
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

  /** All that can be done in the window. */
  public Actions actions() {
    return actions;
  }

  /** Opens a model, a session or a log of runs, or the bundled sample when none is named. */
  public void open(Optional<Path> model, Optional<String> data) {
    try {
      opener.open(model.orElseGet(SampleModel::file), data);
    } catch (Fault fault) {
      notices.failed(fault);
    }
  }

  /** Writes what has not been written yet; the window is closing. */
  public void close() {
    sessions.close();
    writer.finish();
  }

  private void say(String reason) {
    notices.show(Notice.told(reason));
  }
}
