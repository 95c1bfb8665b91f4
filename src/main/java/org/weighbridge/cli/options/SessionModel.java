package org.weighbridge.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.session.Session;
import org.weighbridge.experiment.session.SessionFile;
import org.weighbridge.experiment.session.SessionFiles;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A session in place of a model: its network as it is chosen there, its data and its configuration.
 *
 * @param source the session's file
 * @param model its model's file, where it is now
 * @param network the model, or what retraining made of it, pruned as it is chosen
 */
record SessionModel(Path source, Session session, Path model, Network network) {
  /**
   * Reads a session and its model.
   *
   * @param moved where the user says that the model is
   * @throws Fault when one of them is missing or another than it was
   */
  static SessionModel read(Path source, Optional<Path> moved) {
    var session = SessionFile.read(source);
    var state = session.state();
    var models = moved.map(List::of).orElseGet(() -> SessionFiles.model(state, source));
    Fault refused = null;
    for (Path model : models) {
      var network = ModelFile.read(model, Progress.none());
      if (SessionFiles.isModel(state, network.hash())) {
        return new SessionModel(source, session, model, session.chosen(network));
      }
      refused = refused == null ? SessionFiles.changedModel(state, model, network.hash()) : refused;
    }
    throw refused != null
        ? refused
        : new Fault(
            "The model of %s is not in %s any more: give --model PATH."
                .formatted(source, state.model().path()));
  }

  /**
   * The session that the verb of some options works on; empty when its model is none.
   *
   * @param mixee whom the options are mixed into
   */
  static Optional<SessionModel> of(@Nullable CommandSpec mixee) {
    return mixee == null || mixee.commandLine() == null
        ? Optional.empty()
        : model(mixee.commandLine().getCommandSpec()).flatMap(ModelOptions::opened);
  }

  private static Optional<ModelOptions> model(CommandSpec spec) {
    for (CommandSpec mixin : spec.mixins().values()) {
      if (mixin.userObject() instanceof ModelOptions model) {
        return Optional.of(model);
      }
      var within = model(mixin);
      if (within.isPresent()) {
        return within;
      }
    }
    return Optional.empty();
  }

  SessionState state() {
    return session.state();
  }

  /**
   * Where its data is now; empty when it has none.
   *
   * @throws Fault when it is not there any more, or has another content than it had
   */
  Optional<String> data() {
    return state().data().map(this::found);
  }

  private String found(SessionState.Data data) {
    String where =
        SessionFiles.data(data, source)
            .orElseThrow(
                () ->
                    new Fault(
                        "The data of %s is not in %s any more: give --data PATH."
                            .formatted(source, data.where())));
    for (Split split : data.sha256().keySet()) {
      SessionFiles.checkData(data, DataSets.open(where, split, OptionalInt.empty()));
    }
    return where;
  }
}
