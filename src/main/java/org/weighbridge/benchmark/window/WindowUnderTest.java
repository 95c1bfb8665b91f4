package org.weighbridge.benchmark.window;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.weighbridge.job.Progress;

/**
 * One window that is used by a program instead of by hand. Every method opens a model and returns
 * when the window is idle again. Times are in nanoseconds.
 */
public interface WindowUnderTest extends AutoCloseable {
  /** How long a model takes to be shown. */
  Opening open(Path model, Progress progress);

  /** How long it takes from a move of a slider to what it leads to, one move after the other. */
  List<SliderMove> move(Path model, String data, int moves, Progress progress);

  /** How evenly frames come while a slider is dragged and an assessment is under way. */
  Frames drag(Path model, String data, Duration duration, Progress progress);

  /** How long long work takes to end when it is cancelled, each kind several times. */
  List<CancelTime> cancel(Path model, String data, int times, Progress progress);

  /** What is held after each of several replacements of the model by itself. */
  List<Held> replace(Path model, String data, int times, Progress progress);

  /** Closes the window. */
  @Override
  void close();
}
