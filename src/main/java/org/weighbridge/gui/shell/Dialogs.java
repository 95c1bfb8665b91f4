package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files; a test answers by itself. */
public interface Dialogs {
  /** A model or a session to open. */
  Optional<Path> openModel();

  /**
   * A model that a session needs.
   *
   * @param was where it was
   */
  Optional<Path> findModel(Path was);

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
