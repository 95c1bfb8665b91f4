package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the window and returns when it is closed. The command line itself never sees it. */
@FunctionalInterface
public interface WindowOpener {
  /**
   * Opens the window.
   *
   * @param model the model to show; none when empty
   * @param data where its data set is; found by itself when empty
   */
  void open(Optional<Path> model, Optional<String> data);
}
