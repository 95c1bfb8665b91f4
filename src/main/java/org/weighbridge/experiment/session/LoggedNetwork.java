package org.weighbridge.experiment.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.experiment.Run;

/**
 * The runs of a log that are of one network.
 *
 * @param name of the network, for people
 * @param runs one at least, oldest first
 */
public record LoggedNetwork(String name, List<LoggedRun> runs) {
  private static final double FIRST_BUDGET = 0.3;

  public LoggedNetwork {
    runs = List.copyOf(runs);
  }

  /** The networks of a log, in the order of their first runs; a network is told by its content. */
  public static List<LoggedNetwork> of(List<LoggedRun> log) {
    var byContent = new LinkedHashMap<String, List<LoggedRun>>();
    log.forEach(run -> byContent.computeIfAbsent(run.sha256(), k -> new ArrayList<>()).add(run));
    return byContent.values().stream()
        .map(runs -> new LoggedNetwork(runs.getFirst().network(), runs))
        .toList();
  }

  /**
   * A session of these runs, numbered anew, with the choices of the last one and its data. A choice
   * that was logged twice is one run: the later one.
   */
  public Session session() {
    var last = runs.getLast();
    var tried = new ArrayList<Run>();
    for (LoggedRun logged : runs) {
      tried.removeIf(logged.run()::sameChoices);
      tried.add(logged.run());
    }
    for (int i = 0; i < tried.size(); i++) {
      tried.set(i, tried.get(i).withNumber(i + 1));
    }
    var state =
        new SessionState(
            new SessionState.Model(last.model(), Optional.of(last.model()), last.sha256()),
            Optional.empty(),
            last.data().map(where -> new SessionState.Data(where, Optional.of(where), Map.of())),
            List.of(),
            tried,
            Optional.empty(),
            new SessionState.Chosen(0, last.run().pruning(), last.run().configuration()),
            FIRST_BUDGET,
            List.of(),
            SessionState.View.NONE);
    return new Session(state, List.of());
  }
}
