package org.weighbridge.benchmark.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.UserFolder;
import org.weighbridge.job.Progress;

/** Starts the window in processes of their own, as users do: by the launcher script. */
public final class StartUps {
  /** Longer than any start, and than the making of a cache takes. */
  private static final long PATIENCE_SECONDS = 240;

  private static final long PAUSE_MILLIS = 3000;
  private static final int PERIOD_MILLIS = 50;

  private final Path launcher;

  /**
   * Starts of the program that this process is.
   *
   * @throws Fault when this process was not started by the launcher
   */
  public StartUps() {
    launcher =
        Optional.ofNullable(System.getProperty("weighbridge.launcher"))
            .map(Path::of)
            .orElseThrow(
                () -> new Fault("Starts are measured through ./weighbridge: run the bench by it."));
  }

  /** Waits until starts find the cache of loaded classes, which is made in the background. */
  public void awaitCache(Path model, Progress progress) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!start(model, true, progress).cached()) {
      if (System.nanoTime() > end) {
        throw new Fault("The cache of loaded classes is not made: is there room in target/?");
      }
      pause(PAUSE_MILLIS, progress);
    }
  }

  /**
   * One start, with a model, without a display unless the JVM's options name a platform.
   *
   * @param cached whether the cache of loaded classes may be used
   */
  public StartUp start(Path model, boolean cached, Progress progress) {
    try {
      Path folder = Files.createTempDirectory("weighbridge");
      try {
        Path frames = folder.resolve("frames");
        var builder = new ProcessBuilder(launcher.toString(), "open", model.toString());
        builder.environment().put("WEIGHBRIDGE_AOT", cached ? "on" : "off");
        // no user's settings, sessions or curves
        for (UserFolder kept : UserFolder.values()) {
          builder.environment().put(kept.variable(), folder.resolve(kept.name()).toString());
        }
        builder.environment().merge("WEIGHBRIDGE_JAVA_OPTS", options(frames), (a, b) -> a + b);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long began = System.currentTimeMillis();
        await(builder.start(), progress);
        return read(Files.readAllLines(frames), began);
      } finally {
        TemporaryFolders.delete(folder);
      }
    } catch (IOException e) {
      throw new Fault("The window cannot be started by " + launcher + ".", e);
    }
  }

  private static String options(Path frames) {
    return " -Dweighbridge.first-frames="
        + frames
        + (System.getProperty("glass.platform") == null
            ? " -Dglass.platform=Headless -Dprism.order=sw"
            : "");
  }

  private static void await(Process process, Progress progress) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (process.isAlive()) {
        pause(PERIOD_MILLIS, progress);
        if (System.nanoTime() > end) {
          throw new Fault("The window did not come up within " + PATIENCE_SECONDS + " seconds.");
        }
      }
    } finally {
      process.destroy();
    }
  }

  private static void pause(long millis, Progress progress) {
    progress.check();
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      progress.check();
    }
  }

  /** The lines that the window's first frames leave. */
  private static StartUp read(List<String> lines, long began) {
    if (lines.size() < 4) {
      throw new Fault("The window did not come up; start it by hand to see why.");
    }
    return new StartUp(
        Long.parseLong(lines.get(0)) - began,
        Long.parseLong(lines.get(1)) - began,
        Long.parseLong(lines.get(2)),
        Boolean.parseBoolean(lines.get(3)));
  }
}
