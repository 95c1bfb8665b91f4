package org.weighbridge.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One choice that was measured and encoded: a row of what was tried.
 *
 * @param number 1 for the first of a session
 * @param at when it was measured
 * @param origin who chose it
 * @param data the samples its accuracy was measured on, in words; empty without data
 * @param base the network that pruning started from: 0 is the model file's, others were retrained
 * @param pruning of that network
 * @param configuration of coding what pruning left
 * @param accuracy measured on the test split; empty without data
 * @param file what encoding gave
 * @param note of the user, or a few words on where it came from
 * @param tags of the user
 */
public record Run(
    int number,
    Instant at,
    Origin origin,
    String data,
    int base,
    PruningChoices pruning,
    Configuration configuration,
    Optional<MeasuredAccuracy> accuracy,
    MeasuredFile file,
    String note,
    List<String> tags) {
  /** Who chose it. */
  public enum Origin {
    /** What a model is opened with. */
    START,
    /** The user, by sliders and fields. */
    HAND,
    /** A search. */
    OPTIMIZER
  }

  public Run {
    tags = List.copyOf(tags);
  }

  public Run withNumber(int other) {
    return new Run(
        other, at, origin, data, base, pruning, configuration, accuracy, file, note, tags);
  }

  public Run withNote(String other) {
    return new Run(
        number, at, origin, data, base, pruning, configuration, accuracy, file, other, tags);
  }

  public Run withTags(List<String> others) {
    return new Run(
        number, at, origin, data, base, pruning, configuration, accuracy, file, note, others);
  }

  /** Measured on data, where it was not yet; the same otherwise. */
  public Run measuredAs(Run again) {
    return accuracy.isPresent() || again.accuracy.isEmpty()
        ? this
        : new Run(
            number,
            at,
            origin,
            again.data,
            base,
            pruning,
            configuration,
            again.accuracy,
            again.file,
            note,
            tags);
  }

  /** Whether it is of the same choices, measured on the same samples or on none. */
  public boolean sameChoices(Run other) {
    return base == other.base
        && pruning.equals(other.pruning)
        && configuration.equals(other.configuration)
        && (data.equals(other.data) || data.isEmpty() || other.data.isEmpty());
  }
}
