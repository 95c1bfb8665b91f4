package org.weighbridge.gui.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.session.Session;
import org.weighbridge.experiment.session.SessionFiles;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.fault.Fault;

/**
 * A session and where its files are now, as far as that can be found without asking.
 *
 * @param models where its model may be
 * @param data where its data is
 */
record Missing(Session session, List<Path> models, Optional<String> data) {
  /** Looks for files, off the window's thread. */
  static Missing in(Session session, Path source) {
    var state = session.state();
    return new Missing(
        session,
        SessionFiles.model(state, source),
        state.data().flatMap(data -> SessionFiles.data(data, source)));
  }

  SessionState state() {
    return session.state();
  }

  /** Where the model may be; the user shows it where it is in none of these places. */
  List<Path> models(Questions ask) {
    return models.isEmpty() ? ask.findModel(was()).stream().toList() : models;
  }

  private Path was() {
    String path = state().model().path();
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new Fault(
          "The session names a model that no file here can be: %s; open the model itself."
              .formatted(path),
          e);
    }
  }

  /** Where the data is; the user may show it, or go on without. */
  Optional<String> data(Questions ask) {
    return data.or(
        () -> state().data().flatMap(was -> ask.findData(was.where())).map(Path::toString));
  }

  /**
   * What the session's file has, in the places where all was found: that a folder was moved whole
   * is no change, that the user had to show where something is, is one.
   */
  SessionState inFile(Path model) {
    return state().found(models.isEmpty() ? was() : model.toAbsolutePath().normalize(), data);
  }
}
