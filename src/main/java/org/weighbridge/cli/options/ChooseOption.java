package org.weighbridge.cli.options;

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

  public Split split() {
    return split;
  }
}
