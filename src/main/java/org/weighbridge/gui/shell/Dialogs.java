package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files; a test answers by itself. */
public interface Dialogs {
  /** A model to open. */
  Optional<Path> openModel();

  /** A folder of a data set. */
  Optional<Path> openData();

  /**
   * Where to write a file.
   *
   * @param suggestion its name
   * @param kind what the file is, for people
   */
  Optional<Path> save(String suggestion, String kind);

  /** Where to write several files. */
  Optional<Path> saveFolder(String title);
}
