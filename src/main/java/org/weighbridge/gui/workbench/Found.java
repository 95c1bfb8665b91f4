package org.weighbridge.gui.workbench;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Configuration;

/**
 * What was found out of a configuration.
 *
 * @param nanos from the change that made it the current one until this was there
 */
public record Found<T>(Configuration configuration, T value, long nanos) {
  /** What was found of just this configuration. */
  static <T> Optional<T> of(Configuration configuration, @Nullable Found<T> latest) {
    return Optional.ofNullable(latest)
        .filter(found -> found.configuration().equals(configuration))
        .map(Found::value);
  }
}
