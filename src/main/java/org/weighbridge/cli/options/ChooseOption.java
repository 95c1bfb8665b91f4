package org.weighbridge.cli.options;

import java.util.Optional;
import java.util.OptionalInt;
import org.weighbridge.dataset.Split;
import picocli.CommandLine.Option;

/** The part of the data set that error bounds are chosen on. */
public final class ChooseOption {
  @Option(
      names = "--choose-on",
      paramLabel = "SPLIT",
      order = 23,
      defaultValue = "validation",
      description = "Choose bounds on this part: validation (default), training, test.")
  private Split split;

  @Option(
      names = "--choose-limit",
      paramLabel = "N",
      order = 23,
      description =
          "Choose by the first N samples of it only: a search takes that much less time, and keeps"
              + " more distance to the budget.")
  private Optional<Integer> limit = Optional.empty();

  public Split split() {
    return split;
  }

  /** How many samples at most. */
  OptionalInt limit() {
    return limit.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }
}
