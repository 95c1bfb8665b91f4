package org.weighbridge.gui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.session.Session;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;

/** Between the workbench's state and a session's. */
final class Sessions {
  private Sessions() {}

  /** What is worth keeping; empty without a model. */
  static Optional<Session> of(
      @Nullable Subject subject,
      Choices choices,
      Runs runs,
      Optional<String> data,
      double lossBudget,
      @Nullable LayerId selected) {
    var base = choices.base();
    if (subject == null || base == null) {
      return Optional.empty();
    }
    List<Base> retrained = runs.retrained();
    var state =
        new SessionState(
            subject.file().toAbsolutePath().normalize().toString(),
            subject.original().hash(),
            Optional.empty(),
            data,
            retrained.stream()
                .map(one -> new SessionState.Retrained(one.number(), one.before()))
                .toList(),
            runs.all(),
            Optional.ofNullable(runs.pinned().get()).map(run -> run.number()),
            new SessionState.Chosen(base.number(), choices.pruning(), choices.configuration()),
            lossBudget,
            Optional.ofNullable(selected));
    return Optional.of(new Session(state, retrained.stream().map(Base::network).toList()));
  }

  /**
   * Reads the model of a session.
   *
   * @throws Fault when it is none, or not the one the session was made with
   */
  static Subject subject(SessionState session, Path model, Progress progress) {
    var subject = Subject.read(model, progress);
    if (!subject.original().hash().equals(session.sha256())) {
      throw new Fault(
          ("%s has another content than the model that the session was made with: put that file"
                  + " back, or open this one without the session.")
              .formatted(model));
    }
    return subject;
  }

  /** What was tried and chosen; the model is shown already. */
  static void restore(Session session, Subject opened, Runs runs, Steps<Choices> steps) {
    var state = session.state();
    var bases = new ArrayList<Base>();
    bases.add(opened.base());
    for (int i = 0; i < session.networks().size(); i++) {
      var retrained = state.retrained().get(i);
      bases.add(Base.retrained(retrained.number(), session.networks().get(i), retrained.before()));
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
