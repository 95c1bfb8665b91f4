package org.weighbridge.experiment.session;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.Run;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.network.LayerId;

/**
 * A session but for its networks.
 *
 * @param model where the model's file was
 * @param sha256 of that file, hexadecimal
 * @param file where the session was saved last, for one that was kept unsaved; else empty
 * @param data the data set as the user named it
 * @param retrained the networks that were made of the model, numbered from 1
 * @param runs what was tried, oldest first
 * @param pinned the number of the run that all is compared with
 * @param choices the current ones
 * @param lossBudget accepted loss of accuracy in percentage points
 * @param selected the layer that is looked at
 */
public record SessionState(
    String model,
    String sha256,
    Optional<String> file,
    Optional<String> data,
    List<Retrained> retrained,
    List<Run> runs,
    Optional<Integer> pinned,
    Chosen choices,
    double lossBudget,
    Optional<LayerId> selected) {

  /**
   * A network that was retrained.
   *
   * @param number 1 for the first
   * @param before accuracy before the retraining, where it was measured
   */
  public record Retrained(int number, Optional<Accuracy> before) {}

  /**
   * What decides the encoded file.
   *
   * @param base the network pruning starts from: 0 is the model, n was retrained
   */
  public record Chosen(int base, PruningChoices pruning, Configuration configuration) {}

  /** Checks that what is named is there. */
  public SessionState {
    retrained = List.copyOf(retrained);
    runs = List.copyOf(runs);
    for (int i = 0; i < retrained.size(); i++) {
      require(retrained.get(i).number() == i + 1, "retrained networks are numbered from 1");
    }
    var numbers = new HashSet<Integer>();
    for (Run run : runs) {
      require(numbers.add(run.number()), "there are two runs " + run.number());
      require(isBase(run.base(), retrained), "run " + run.number() + " is of no network");
    }
    require(isBase(choices.base(), retrained), "the choices are of no network");
    require(pinned.isEmpty() || numbers.contains(pinned.get()), "the pinned run is missing");
    require(lossBudget >= 0 && lossBudget <= 100, "the loss budget is no percentage");
  }

  /** The same kept under another file's name. */
  public SessionState withFile(Optional<String> other) {
    return new SessionState(
        model, sha256, other, data, retrained, runs, pinned, choices, lossBudget, selected);
  }

  /** Whether nothing differs that would be a loss: where it lies and what is looked at is none. */
  public boolean sameWork(SessionState other) {
    return withoutView().equals(other.withoutView());
  }

  private SessionState withoutView() {
    return new SessionState(
        model,
        sha256,
        Optional.empty(),
        data,
        retrained,
        runs,
        pinned,
        choices,
        lossBudget,
        Optional.empty());
  }

  private static boolean isBase(int number, List<Retrained> retrained) {
    return number >= 0 && number <= retrained.size();
  }

  private static void require(boolean met, String otherwise) {
    if (!met) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
