package org.weighbridge.gui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.session.Session;
import org.weighbridge.experiment.session.SessionFiles;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

/** Between the workbench's state and a session's. */
final class Sessions {
  private Sessions() {}

  /** What is worth keeping; empty without a model. */
  static Optional<Session> of(
      @Nullable Subject subject,
      Choices choices,
      Runs runs,
      Optional<SessionState.Data> data,
      double lossBudget,
      List<SessionState.Curves> curves,
      SessionState.View view) {
    var base = choices.base();
    if (subject == null || base == null) {
      return Optional.empty();
    }
    List<Base> retrained = runs.retrained();
    var state =
        new SessionState(
            new SessionState.Model(
                subject.file().toAbsolutePath().normalize().toString(),
                Optional.empty(),
                subject.original().hash()),
            Optional.empty(),
            data,
            retrained.stream()
                .map(one -> new SessionState.Retrained(one.number(), one.before()))
                .toList(),
            runs.all(),
            Optional.ofNullable(runs.pinned().get()).map(run -> run.number()),
            new SessionState.Chosen(base.number(), choices.pruning(), choices.configuration()),
            lossBudget,
            curves,
            view);
    return Optional.of(new Session(state, retrained.stream().map(Base::network).toList()));
  }

  /** The data set as it can be named from every folder. */
  static SessionState.Data data(String where, @Nullable EvaluationSetup setup) {
    return new SessionState.Data(
        SessionFiles.absolute(where),
        Optional.empty(),
        setup == null || !setup.where().equals(where) ? Map.of() : setup.sha256());
  }

  /**
   * Reads the model of a session: of the files that it may be, the first that it is.
   *
   * @throws Fault when none is, naming the first
   */
  static Subject subject(SessionState session, List<Path> models, Progress progress) {
    Fault refused = null;
    for (Path model : models) {
      var subject = Subject.read(model, progress);
      String hash = subject.original().hash();
      if (SessionFiles.isModel(session, hash)) {
        return subject;
      }
      refused = refused == null ? SessionFiles.changedModel(session, model, hash) : refused;
    }
    throw Objects.requireNonNull(refused, "a session is opened with a file for its model");
  }

  /** What was tried and chosen; the model is shown already. */
  static void restore(Session session, Subject opened, Runs runs, Steps<Choices> steps) {
    var state = session.state();
    var bases = new ArrayList<Base>();
    bases.add(opened.base());
    for (int i = 0; i < session.networks().size(); i++) {
      var retrained = state.retrained().get(i);
      bases.add(
          Base.retrained(
              retrained.number(), session.networks().get(i), retrained.before(), Optional.empty()));
    }
    runs.restore(state.runs(), state.pinned(), bases);
    var chosen = state.choices();
    steps.reset(
        new Choices(
            bases.get(chosen.base()),
            chosen.pruning(),
            chosen.configuration(),
            state.lossBudget()));
  }
}
