package org.weighbridge.gui.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.weighbridge.benchmark.window.CancelTime;
import org.weighbridge.benchmark.window.Frames;
import org.weighbridge.benchmark.window.Held;
import org.weighbridge.benchmark.window.Opening;
import org.weighbridge.benchmark.window.SliderMove;
import org.weighbridge.benchmark.window.WindowUnderTest;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.mask.MaskView;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.shell.Desk;
import org.weighbridge.gui.shell.NoDialogs;
import org.weighbridge.gui.theme.Theme;
import org.weighbridge.gui.workbench.Subject;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.job.Progress;

/** A whole window that a benchmark uses; needs no display. */
public final class BenchedWindow implements WindowUnderTest {
  /** Decimal logarithms of the bounds that sliders are moved between: what is of interest. */
  private static final double LOWEST = -3;

  private static final double HIGHEST = -1;
  private static final long SEED = 1;

  private final Stage stage;
  private final Desk desk;
  private final EmptyCache cache;

  private BenchedWindow(Stage stage, Desk desk, EmptyCache cache) {
    this.stage = stage;
    this.desk = desk;
    this.cache = cache;
  }

  /** Opens a window with nothing in it, that knows nothing of earlier runs and leaves nothing. */
  public static BenchedWindow open() {
    var cache = new EmptyCache();
    return FxThread.call(
        () -> {
          var stage = new Stage();
          var desk =
              cache.during(
                  () -> new Desk(Platform::runLater, new NoDialogs(), Theme.LIGHT, stage::close));
          stage.setScene(desk.scene());
          stage.setWidth(1480);
          stage.setHeight(940);
          stage.show();
          return new BenchedWindow(stage, desk, cache);
        });
  }

  Workbench workbench() {
    return desk.workbench();
  }

  @Override
  public Opening open(Path model, Progress progress) {
    var gaps = new FrameGaps(desk.scene());
    FxThread.run(gaps::start);
    var before = FxThread.call(() -> workbench().subject().get());
    long began = System.nanoTime();
    FxThread.run(() -> desk.open(Optional.of(model), Optional.empty()));
    FxThread.until("layers", () -> other(before) || failed(), progress);
    // looked at before a frame: the one with the layers is out before the next
    long layers = FxThread.until("a frame", () -> true, progress);
    long mask = FxThread.until("a mask", () -> maskReady() || failed(), progress);
    FxThread.run(gaps::stop);
    idle(progress);
    return new Opening(
        layers - began, mask - began, gaps.gaps().stream().mapToLong(g -> g).max().orElse(0));
  }

  @SuppressWarnings("ReferenceEquality") // another one of the same file is another one
  private boolean other(@Nullable Subject before) {
    return workbench().subject().get() != before;
  }

  private boolean failed() {
    var notice = desk.notices().current().get();
    if (notice != null && notice.kind() != Notice.Kind.DONE) {
      throw new Fault(notice.sentence());
    }
    return false;
  }

  private boolean maskReady() {
    var mask = (MaskView) desk.scene().lookup(".mask-view");
    return mask != null && mask.readyProperty().get();
  }

  private void idle(Progress progress) {
    FxThread.until("rest", () -> workbench().jobs().running().isEmpty(), progress);
  }

  /** Opens a model with its data and waits until it is assessed and measured. */
  void ready(Path model, String data, Progress progress) {
    FxThread.run(() -> desk.open(Optional.of(model), Optional.of(data)));
    FxThread.until(
        "a measured model",
        () ->
            failed()
                || (workbench().upToDate()
                    && workbench().evaluation().get() != null
                    && workbench().prediction().get() != null
                    && workbench().jobs().running().isEmpty()),
        progress);
  }

  Slider slider() {
    var slider = (Slider) desk.scene().lookup("#slider-0");
    if (slider == null) {
      throw new IllegalStateException("the window has no slider of the first layer");
    }
    return slider;
  }

  @Override
  public List<SliderMove> move(Path model, String data, int moves, Progress progress) {
    ready(model, data, progress);
    var random = new Random(SEED);
    var results = new ArrayList<SliderMove>();
    for (int i = 0; i < moves; i++) {
      double value = LOWEST + (HIGHEST - LOWEST) * random.nextDouble();
      // at any time between two frames, as a hand does
      LockSupport.parkNanos(random.nextLong(50_000_000));
      var move =
          FxThread.call(() -> MeasuredMove.begin(workbench(), desk.scene(), slider(), value));
      results.add(FxThread.await("a measurement", move, progress));
      idle(progress);
      progress.worked(1);
    }
    return results;
  }

  @Override
  public Frames drag(Path model, String data, Duration duration, Progress progress) {
    ready(model, data, progress);
    var drag =
        FxThread.call(
            () -> {
              workbench().assess(Workbench.wholeRange());
              var begun = new SliderDrag(desk.scene(), slider(), LOWEST, HIGHEST);
              begun.start();
              return begun;
            });
    long end = System.nanoTime() + duration.toNanos();
    FxThread.until("the drag", () -> System.nanoTime() > end, progress);
    FxThread.run(drag::stop);
    idle(progress);
    return drag.frames();
  }

  @Override
  public List<CancelTime> cancel(Path model, String data, int times, Progress progress) {
    ready(model, data, progress);
    var random = new Random(SEED);
    var results = new ArrayList<CancelTime>();
    for (LongWork work : LongWork.values()) {
      for (int i = 0; i < times; i++) {
        FxThread.run(() -> work.start(workbench()));
        LockSupport.parkNanos(random.nextLong(50_000_000, 400_000_000));
        var cancelled = FxThread.call(() -> CancelledWork.cancel(workbench().jobs()));
        idle(progress);
        cancelled.nanos().ifPresent(nanos -> results.add(new CancelTime(work.title(), nanos)));
        progress.worked(1);
      }
    }
    return results;
  }

  @Override
  public List<Held> replace(Path model, String data, int times, Progress progress) {
    var held = new ArrayList<Held>();
    for (int i = 0; i < times; i++) {
      ready(model, data, progress);
      held.add(Memory.held());
      progress.worked(1);
    }
    return held;
  }

  @Override
  public void close() {
    FxThread.run(stage::close);
    cache.close();
  }
}
