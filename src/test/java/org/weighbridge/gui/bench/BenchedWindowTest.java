package org.weighbridge.gui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.benchmark.window.SliderMove;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.job.Progress;
import org.weighbridge.job.ResponsiveThread;
import org.weighbridge.job.WorkPool;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.runtime.Holdings;

/** What benchmarks of the window measure happens, and nothing is held or done where it must not. */
class BenchedWindowTest {
  @TempDir static Path folder;
  static TinyExample example;

  @BeforeAll
  static void make() {
    example = TinyExample.in(folder);
  }

  /** Prints times, which are claimed from the bench only, and holds to their order. */
  @Test
  void aMoveIsPredictedThenMeasuredThenEncoded() {
    try (var window = BenchedWindow.open()) {
      var moves = window.move(example.model(), data(), 8, Progress.none());
      System.out.printf(
          "slider, tiny network, median of %d moves: prediction known after %.1f ms, drawn after"
              + " %.1f ms; accuracy measured after %.1f ms, file encoded after %.1f ms%n",
          moves.size(),
          median(moves, SliderMove::predicted),
          median(moves, SliderMove::drawn),
          median(moves, SliderMove::measured),
          median(moves, SliderMove::encoded));
      for (var move : moves) {
        assertTrue(move.predicted() > 0 && move.predicted() <= move.handled(), "at once: " + move);
        assertTrue(move.predicted() < move.measured(), "then measured: " + move);
        assertTrue(move.measured() < move.encoded(), "then encoded: " + move);
      }
    }
  }

  @Test
  void nothingIsHeldOfModelsThatWereReplaced() {
    replace(6);
  }

  @Test
  @Tag("slow")
  void nothingIsHeldOfManyModelsThatWereReplaced() {
    replace(20);
  }

  private void replace(int replacements) {
    try (var window = BenchedWindow.open()) {
      var old = new ArrayList<WeakReference<?>>();
      var sessions = new ArrayList<Integer>();
      for (int i = 0; i < replacements; i++) {
        window.ready(example.model(), data(), Progress.none());
        FxThread.run(
            () -> {
              old.add(new WeakReference<>(window.workbench().subject().get()));
              old.add(new WeakReference<>(window.workbench().evaluation().get()));
              old.add(new WeakReference<>(window.slider()));
            });
        sessions.add(Holdings.sessions());
      }
      // the last one is still open
      var gone = old.subList(0, old.size() - 3);
      Memory.awaitCollection(() -> gone.stream().allMatch(one -> one.get() == null));
      assertEquals(
          List.of(),
          gone.stream()
              .map(WeakReference::get)
              .filter(Objects::nonNull)
              .map(Object::getClass)
              .toList());
      int half = replacements / 2;
      int early = sessions.subList(1, half).stream().mapToInt(n -> n).max().orElseThrow();
      int late = sessions.subList(half, replacements).stream().mapToInt(n -> n).max().orElseThrow();
      assertTrue(late <= early, "sessions of ONNX Runtime: " + sessions);
    }
  }

  /** Cells of rows that the smaller network does not need stay, without what they showed. */
  @Test
  void nothingIsHeldOfALargerModelThatASmallerOneReplaced() {
    Path larger = folder.resolve("larger.onnx");
    NetworkFiles.write(TestModels.mlp(8, 36, 60, 50, 40, 30, 20, 4), larger);
    ModelSidecar.besideModel(example.model()).orElseThrow().writeBeside(larger);
    try (var window = BenchedWindow.open()) {
      window.ready(larger, data(), Progress.none());
      var old = new ArrayList<WeakReference<?>>();
      FxThread.run(
          () -> {
            var subject = Objects.requireNonNull(window.workbench().subject().get());
            old.add(new WeakReference<>(subject));
            subject.layers().forEach(l -> old.add(new WeakReference<>(l.layer().weights())));
          });
      assertEquals(7, old.size());
      window.ready(example.model(), data(), Progress.none());
      Memory.awaitCollection(() -> old.stream().allMatch(one -> one.get() == null));
      assertEquals(
          List.of(), old.stream().map(WeakReference::get).filter(Objects::nonNull).toList());
    }
  }

  /** Every place where work begins asserts that it is not on the window's thread. */
  @Test
  void noWorkIsDoneOnTheWindowsThread() {
    var failures = new CopyOnWriteArrayList<Throwable>();
    try (var window = BenchedWindow.open()) {
      FxThread.run(
          () ->
              Thread.currentThread()
                  .setUncaughtExceptionHandler((thread, failure) -> failures.add(failure)));
      assertTrue(
          FxThread.call(() -> !ResponsiveThread.elsewhere()), "the window declared its thread");
      FxThread.run(
          () -> {
            try {
              WorkPool.forEach(2, i -> {});
            } catch (AssertionError e) {
              failures.add(e);
            }
          });
      assertFalse(failures.isEmpty(), "work there is found");
      failures.clear();
      var frames = window.drag(example.model(), data(), Duration.ofMillis(600), Progress.none());
      assertFalse(frames.handling().isEmpty(), "the drag moved");
      window.cancel(example.model(), data(), 1, Progress.none());
      assertEquals(List.of(), failures);
    } finally {
      FxThread.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    }
  }

  private static double median(List<SliderMove> moves, ToLongFunction<SliderMove> time) {
    return moves.stream().mapToLong(time).sorted().skip(moves.size() / 2).findFirst().orElseThrow()
        / 1e6;
  }

  private static String data() {
    return example.data().toString();
  }
}
