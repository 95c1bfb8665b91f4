package org.weighbridge.cli.options;

import org.weighbridge.dataset.Split;
import picocli.CommandLine.Option;

/** The part of the data set that results are reported on. */
public final class SplitOption {
  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      order = 21,
      defaultValue = "test",
      description = "Report on this part: test (default), validation, training.")
  private Split split;

  public Split split() {
    return split;
  }
}
