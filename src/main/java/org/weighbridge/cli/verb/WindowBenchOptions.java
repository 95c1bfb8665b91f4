package org.weighbridge.cli.verb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.weighbridge.benchmark.window.Opening;
import org.weighbridge.benchmark.window.StartUp;
import org.weighbridge.benchmark.window.StartUps;
import org.weighbridge.benchmark.window.TemporaryFolders;
import org.weighbridge.benchmark.window.WindowUnderTest;
import org.weighbridge.experiment.SampleModel;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.training.blueprint.Perceptron;
import picocli.CommandLine.Option;

/** The part of bench that measures the window instead of codecs. */
final class WindowBenchOptions {
  private static final int MOVES_PER_RUN = 10;
  private static final int REPLACEMENTS = 20;
  private static final Duration DRAG = Duration.ofSeconds(5);
  private static final long BYTES_PER_MEGABYTE = 1_000_000;

  /** What is measured of the window. */
  enum Part {
    START,
    OPEN,
    SLIDER,
    DRAG,
    CANCEL,
    MEMORY
  }

  @Option(
      names = "--window",
      description =
          "Measure the window instead of codecs, with MODEL and --data or the bundled sample: starts"
              + " in processes of their own, with and without the cache of loaded classes; opening a"
              + " large model; what follows a move of a slider; frames during a drag; cancelling;"
              + " memory after 20 replacements. First word after bench.")
  private boolean wanted;

  @Option(
      names = "--part",
      split = ",",
      paramLabel = "PART",
      description = "Of the window only: ${COMPLETION-CANDIDATES} (default: all).")
  private List<Part> parts = List.of();

  @Option(
      names = "--megabytes",
      paramLabel = "N",
      description = "Size of the large model, made of --seed (default: ${DEFAULT-VALUE}).")
  private int megabytes = 500;

  boolean wanted() {
    return wanted;
  }

  /**
   * Measures.
   *
   * @param opener opens the window under test
   * @param runs starts, openings and cancels of each kind; ten times as many moves
   */
  BenchedWindowTimes run(
      Supplier<WindowUnderTest> opener,
      Optional<Path> model,
      Optional<String> data,
      int runs,
      long seed,
      Progress progress) {
    Set<Part> measured = parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(parts);
    Path file = model.orElseGet(SampleModel::file);
    String where = data.orElse("digits");
    progress.begin("Measuring the window", measured.size());
    var times = new BenchedWindowTimes(file.getFileName().toString(), megabytes);
    if (measured.contains(Part.START)) {
      starts(file, runs, times, progress.part(1));
    }
    if (measured.equals(EnumSet.of(Part.START))) {
      return times;
    }
    try (var window = opener.get()) {
      if (measured.contains(Part.OPEN)) {
        times.openings = openings(window, runs, seed, progress.part(1));
      }
      if (measured.contains(Part.SLIDER)) {
        var part = progress.part(1);
        part.begin("Moving a slider", (long) MOVES_PER_RUN * runs);
        times.moves = window.move(file, where, MOVES_PER_RUN * runs, part);
      }
      if (measured.contains(Part.DRAG)) {
        var part = progress.part(1);
        part.begin("Dragging a slider", 1);
        times.frames = window.drag(file, where, DRAG, part);
      }
      if (measured.contains(Part.CANCEL)) {
        var part = progress.part(1);
        part.begin("Cancelling", 4L * runs);
        times.cancels = window.cancel(file, where, runs, part);
      }
      if (measured.contains(Part.MEMORY)) {
        var part = progress.part(1);
        part.begin("Replacing the model", REPLACEMENTS);
        times.held = window.replace(file, where, REPLACEMENTS, part);
      }
    }
    return times;
  }

  /** With and without the cache in turns, so that what else the machine does hits both. */
  private static void starts(Path file, int runs, BenchedWindowTimes times, Progress progress) {
    progress.begin("Starting the window", 2L * runs);
    var starts = new StartUps();
    starts.awaitCache(file, progress);
    for (int i = 0; i < runs; i++) {
      for (boolean cached : new boolean[] {true, false}) {
        StartUp start = starts.start(file, cached, progress);
        (start.cached() ? times.cachedStarts : times.plainStarts).add(start);
        progress.worked(1);
      }
    }
  }

  private List<Opening> openings(WindowUnderTest window, int runs, long seed, Progress progress) {
    progress.begin("Opening %d MB".formatted(megabytes), runs + 1L);
    try {
      Path folder = Files.createTempDirectory("weighbridge");
      Path large = folder.resolve("large.onnx");
      try {
        progress.step("making the model");
        NetworkFiles.write(
            Perceptron.of(megabytes * BYTES_PER_MEGABYTE / Float.BYTES, seed), large);
        progress.worked(1);
        var openings = new ArrayList<Opening>();
        for (int i = 0; i < runs; i++) {
          openings.add(window.open(large, progress));
          progress.worked(1);
        }
        return openings;
      } finally {
        TemporaryFolders.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
