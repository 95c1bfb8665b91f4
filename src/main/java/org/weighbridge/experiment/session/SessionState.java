package org.weighbridge.experiment.session;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.PointKey;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.Run;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.network.LayerId;

/**
 * A session but for its networks.
 *
 * @param model what all is of
 * @param file where the session was saved last, for one that was kept unsaved; else empty
 * @param data what accuracy is measured on
 * @param retrained the networks that were made of the model, numbered from 1
 * @param runs what was tried, oldest first
 * @param pinned the number of the run that all is compared with
 * @param choices the current ones
 * @param lossBudget accepted loss of accuracy in percentage points
 * @param curves what is known of the layers of the network that is chosen
 * @param view what is looked at
 */
public record SessionState(
    Model model,
    Optional<String> file,
    Optional<Data> data,
    List<Retrained> retrained,
    List<Run> runs,
    Optional<Integer> pinned,
    Chosen choices,
    double lossBudget,
    List<Curves> curves,
    View view) {

  /**
   * A model file.
   *
   * @param path where it was
   * @param relative the way to it from the session's folder; empty when there is none, or the
   *     session is in no file
   * @param sha256 of the file, external data behind it, hexadecimal
   */
  public record Model(String path, Optional<String> relative, String sha256) {}

  /**
   * A data set.
   *
   * @param where it was, as data sets are named: a path or {@code digits}
   * @param relative the way to it from the session's folder, for a path
   * @param sha256 of samples and labels of those splits that were read, hexadecimal
   */
  public record Data(String where, Optional<String> relative, Map<Split, String> sha256) {
    public Data {
      sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    }
  }

  /**
   * What was learnt of the layers under one coding.
   *
   * @param key what it was learnt with; empty when that is not known
   */
  public record Curves(Coding coding, Optional<PointKey> key, Assessment assessment) {}

  /**
   * What is looked at. Losing it is no loss of work.
   *
   * @param selected the layer
   * @param parts how parts of the window are set, by their names, as they say it
   */
  public record View(Optional<LayerId> selected, Map<String, String> parts) {
    /** Nothing in particular. */
    public static final View NONE = new View(Optional.empty(), Map.of());

    public View {
      parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }
  }

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
    curves = List.copyOf(curves);
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
    return with(model, other, data);
  }

  /** The same whose model and data are where they were found. */
  public SessionState found(Path modelFile, Optional<String> dataWhere) {
    return with(
        new Model(modelFile.toString(), model.relative(), model.sha256()),
        file,
        data.map(was -> new Data(dataWhere.orElse(was.where()), was.relative(), was.sha256())));
  }

  /** The same on another data set, whatever its content. */
  SessionState onData(String where) {
    var other = new Data(SessionFiles.absolute(where), Optional.empty(), Map.of());
    return with(model, file, Optional.of(other));
  }

  /** The same with ways from a file to model and data. */
  SessionState in(Path sessionFile) {
    return with(
        new Model(model.path(), Places.relative(sessionFile, model.path()), model.sha256()),
        file,
        data.map(d -> new Data(d.where(), Places.relative(sessionFile, d.where()), d.sha256())));
  }

  /**
   * Whether nothing differs that would be a loss. Where the session itself lies, what is looked at
   * and what can be read or measured again from the same files is none.
   */
  public boolean sameWork(SessionState other) {
    return work().equals(other.work());
  }

  private SessionState work() {
    return new SessionState(
        new Model(model.path(), Optional.empty(), model.sha256()),
        Optional.empty(),
        data.map(d -> new Data(d.where(), Optional.empty(), Map.of())),
        retrained,
        runs,
        pinned,
        choices,
        lossBudget,
        List.of(),
        View.NONE);
  }

  private SessionState with(Model otherModel, Optional<String> otherFile, Optional<Data> other) {
    return new SessionState(
        otherModel, otherFile, other, retrained, runs, pinned, choices, lossBudget, curves, view);
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
