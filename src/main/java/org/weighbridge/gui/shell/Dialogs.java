package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.gui.session.Questions;

/** Asks the user for files; a test answers by itself. */
public interface Dialogs extends Questions {
  /** A model, a session or a log of runs to open. */
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

  /** Opens a folder or a page in the desktop's own program. */
  void show(Path file);
}
