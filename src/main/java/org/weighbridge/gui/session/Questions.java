package org.weighbridge.gui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.session.LoggedNetwork;

/** What opening a file may have to ask the user. */
public interface Questions {
  /**
   * A model that was moved.
   *
   * @param was where it was
   * @return where it is; empty not to open
   */
  Optional<Path> findModel(Path was);

  /**
   * A data set that was moved.
   *
   * @param was where it was
   * @return where it is; empty to go on without
   */
  Optional<Path> findData(String was);

  /**
   * One network of those whose runs are in one file.
   *
   * @param networks two at least
   * @return empty not to open
   */
  Optional<LoggedNetwork> choose(List<LoggedNetwork> networks);
}
