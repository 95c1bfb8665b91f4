package org.weighbridge.gui.shell;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.weighbridge.file.AtomicFile;

/**
 * Notes when the window's first frame was out, and the first one with a network's layers, and
 * closes the window then. For who measures how long a start takes: into the file that the system
 * property {@value #PROPERTY} names go, a line each, both moments in milliseconds as of {@link
 * System#currentTimeMillis()}, the milliseconds of processor time so far, and whether the JVM was
 * given a cache of loaded classes.
 */
final class FirstFrames extends AnimationTimer {
  static final String PROPERTY = "weighbridge.first-frames";

  private final Path file;
  private final Stage stage;
  private final Desk desk;
  private long frames;
  private long window;
  private boolean layers;

  private FirstFrames(Path file, Stage stage, Desk desk) {
    this.file = file;
    this.stage = stage;
    this.desk = desk;
  }

  static void noteIfWanted(Stage stage, Desk desk) {
    Optional.ofNullable(System.getProperty(PROPERTY))
        .ifPresent(file -> new FirstFrames(Path.of(file), stage, desk).start());
  }

  /** Called before a frame is made: the one before it is out. */
  @Override
  public void handle(long now) {
    if (++frames == 2) {
      window = System.currentTimeMillis();
    }
    if (layers && window > 0) {
      stop();
      write(System.currentTimeMillis());
      stage.close();
    }
    layers = desk.workbench().subject().get() != null;
  }

  private void write(long layersAt) {
    var options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    boolean cached = options.stream().anyMatch(option -> option.startsWith("-XX:AOTCache="));
    long processor =
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    String lines = "%d%n%d%n%d%n%b%n".formatted(window, layersAt, processor, cached);
    AtomicFile.write(file, out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
  }
}
