package org.weighbridge.experiment.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.experiment.session.SessionState.Data;
import org.weighbridge.fault.Fault;

/**
 * The files that a session is of: found where they are now, and held to the content that they had.
 */
public final class SessionFiles {
  private static final int DIGITS = 8;

  private SessionFiles() {}

  /**
   * Where the model may be, the likeliest place first; empty when it is nowhere.
   *
   * @param source the session's file, or another that names the model
   */
  public static List<Path> model(SessionState state, Path source) {
    return Places.existing(source, state.model().relative(), state.model().path());
  }

  /**
   * Where the data is; empty when it is nowhere.
   *
   * @param source the session's file, or another that names the data
   */
  public static Optional<String> data(Data data, Path source) {
    if (DataSets.isBuiltIn(data.where())) {
      return Optional.of(data.where());
    }
    return Places.existing(source, data.relative(), data.where()).stream()
        .findFirst()
        .map(Path::toString);
  }

  /** A data set by a name that holds from every folder. */
  public static String absolute(String where) {
    return DataSets.isBuiltIn(where)
        ? where
        : Places.path(where).map(p -> p.toAbsolutePath().normalize().toString()).orElse(where);
  }

  /** Whether a model is the session's. */
  public static boolean isModel(SessionState state, String sha256) {
    return state.model().sha256().equals(sha256);
  }

  /** What to say of another model. */
  public static Fault changedModel(SessionState state, Path file, String sha256) {
    return new Fault(
        ("%s has another content (SHA-256 %s…) than the model that the session was made with"
                + " (%s…): put that model back, say where it is (--model on a command"
                + " line), or open this one without the"
                + " session.")
            .formatted(file, first(sha256), first(state.model().sha256())));
  }

  /**
   * Checks samples of a session. Splits that it did not read are taken as they are.
   *
   * @param samples all of a split
   * @throws Fault when they have another content than those the session was made with
   */
  public static void checkData(Data data, Dataset samples) {
    var expected = data.sha256().get(samples.split());
    if (expected != null && !expected.equals(samples.hash())) {
      throw new Fault(
          ("The samples %s in %s have another content (SHA-256 %s…) than those that the session was"
                  + " made with (%s…): put these back, or name the data set yourself (--data on a"
                  + " command line) to take it as it is.")
              .formatted(samples.name(), data.where(), first(samples.hash()), first(expected)));
    }
  }

  private static String first(String sha256) {
    return sha256.substring(0, Math.min(DIGITS, sha256.length()));
  }
}
