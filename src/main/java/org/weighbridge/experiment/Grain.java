package org.weighbridge.experiment;

import org.weighbridge.prune.Norm;
import org.weighbridge.prune.Structure;

/** What stays or goes together, as the user chooses it. */
public enum Grain {
  WEIGHTS("Single weights", new Structure.Weights()),
  NEURONS("Neurons, filters", new Structure.Neurons(Norm.L2)),
  INPUTS("Inputs, channels", new Structure.Inputs(Norm.L2)),
  BLOCKS("Blocks of 4 × 4", new Structure.Blocks(4, 4, Norm.L2));

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // a record
  private final Structure structure;

  Grain(String words, Structure structure) {
    this.words = words;
    this.structure = structure;
  }

  Structure structure() {
    return structure;
  }

  @Override
  public String toString() {
    return words;
  }
}
