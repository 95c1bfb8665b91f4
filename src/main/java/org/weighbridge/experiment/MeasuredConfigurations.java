package org.weighbridge.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.dataset.Split;

/**
 * Every configuration that was measured jointly: by a search, or because somebody wanted to know.
 *
 * @param all in the order of measurement
 */
public record MeasuredConfigurations(List<MeasuredConfiguration> all) {
  public static final MeasuredConfigurations NONE = new MeasuredConfigurations(List.of());

  public MeasuredConfigurations {
    all = List.copyOf(all);
  }

  /** With one more; it takes the place of an earlier measurement of the same on the same split. */
  public MeasuredConfigurations with(MeasuredConfiguration one) {
    var more = new ArrayList<>(all);
    more.removeIf(
        other -> other.split() == one.split() && other.configuration().equals(one.configuration()));
    more.add(one);
    return new MeasuredConfigurations(more);
  }

  public List<MeasuredConfiguration> on(Split split) {
    return all.stream().filter(one -> one.split() == split).toList();
  }

  /** Those of a split that no other one of it beats in both size and measured loss. */
  public List<MeasuredConfiguration> front(Split split) {
    var there = on(split);
    return there.stream()
        .filter(one -> there.stream().noneMatch(other -> other.beats(one)))
        .toList();
  }

  /** How far losses added up on a split; empty when nothing was both predicted and measured. */
  public Optional<Additivity> additivity(Split split) {
    return Additivity.of(on(split));
  }
}
