package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.benchmark.window.WindowUnderTest;
import org.weighbridge.job.Progress;

/** What the command line asks of the window, which it never sees. */
public interface Windows {
  /**
   * Opens a window and returns when it is closed.
   *
   * @param model the model to show; none when empty
   * @param data where its data set is; found by itself when empty
   */
  void open(Optional<Path> model, Optional<String> data);

  /** Opens a window without a display, for a benchmark. */
  WindowUnderTest bench();

  /** The names of the states that there are pictures of. */
  List<String> states();

  /** Writes pictures of the window without a display; returns the files. */
  List<Path> pictures(PicturesWanted wanted, Progress progress);
}
