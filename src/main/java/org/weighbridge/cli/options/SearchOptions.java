package org.weighbridge.cli.options;

import java.util.List;
import org.weighbridge.workflow.LayerSelection;
import org.weighbridge.workflow.TestPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which layers are assessed at which error bounds. */
public final class SearchOptions {
  @Option(
      names = "--layers",
      paramLabel = "NAMES",
      order = 40,
      split = ",",
      description = "Only these layers, separated by commas; the others stay exact.")
  private List<String> layers = List.of();

  @Option(
      names = "--lock",
      paramLabel = "NAME",
      order = 40,
      split = ",",
      description =
          "Carry this layer along losslessly, whatever else is said; * stands for any letters;"
              + " can be given several times.")
  private List<String> locked = List.of();

  @Mixin private PlanOptions plan = new PlanOptions();

  /** Which layers may be coded with a loss. */
  public LayerSelection layers() {
    return new LayerSelection(layers, locked);
  }

  /** How the settings to test are found. */
  public TestPlan tests() {
    return plan.tests();
  }
}
