package org.weighbridge.experiment.session;

import java.util.Optional;
import org.weighbridge.experiment.Run;

/**
 * A run by itself, with all that it takes to find what it is of.
 *
 * @param model the file of the network that pruning started from, as it was named
 * @param sha256 of that file, hexadecimal
 * @param network the network's name, for people
 * @param data the data set as the user named it; empty without data
 * @param run of that file's network: its {@code base} is 0
 */
public record LoggedRun(
    String model, String sha256, String network, Optional<String> data, Run run) {
  public LoggedRun {
    if (run.base() != 0) {
      throw new IllegalArgumentException(
          "run " + run.number() + " is of a network that is in no file");
    }
  }
}
