package org.weighbridge.cli.options;

import java.util.Optional;
import java.util.stream.Stream;
import org.weighbridge.prune.Norm;
import org.weighbridge.prune.Structure;
import org.weighbridge.workflow.LayerValues;
import org.weighbridge.workflow.PruningWish;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What to prune. */
public final class PruningOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--density",
      paramLabel = "D",
      converter = LayerText.Numbers.class,
      description = "Keep this fraction of each layer's weights, 0 to 1.")
  private Optional<LayerValues<Double>> density;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      converter = LayerText.Numbers.class,
      description = "Keep weights of at least this magnitude.")
  private Optional<LayerValues<Double>> threshold;

  @Option(
      names = "--quality",
      paramLabel = "Q",
      converter = LayerText.Numbers.class,
      description = "Keep weights of at least Q standard deviations of the layer.")
  private Optional<LayerValues<Double>> quality;

  @Option(
      names = "--global",
      paramLabel = "D",
      description = "Keep this fraction of all weights, by one threshold for all layers.")
  private Optional<Double> global;

  @Option(
      names = "--structure",
      paramLabel = "S",
      defaultValue = "weights",
      converter = StructureText.Converter.class,
      description = {
        "What stays or goes as a whole: weights, neurons (or filters), inputs (or channels),",
        "blocks:RxC of the layer's matrix; or N:M, N of every M inputs stay. Default: weights."
      })
  private StructureText structure;

  @Option(
      names = "--norm",
      paramLabel = "l1|l2",
      defaultValue = "l2",
      description = "How large neurons, inputs and blocks are, per weight. Default: l2.")
  private Norm norm;

  /**
   * What the user asked for, if anything.
   *
   * @throws ParameterException when options do not go together
   */
  public Optional<PruningWish> wish() {
    try {
      if (structure.pattern().isPresent()) {
        return Optional.of(pattern(structure.pattern().get()));
      }
      Structure units = structure.units().apply(norm);
      boolean rules = Stream.of(density, threshold, quality).anyMatch(Optional::isPresent);
      if (global.isPresent() && rules) {
        throw usage("--global decides about all layers; give it alone or rules for layers.");
      }
      if (global.isPresent()) {
        return Optional.of(new PruningWish.Global(units, global.get()));
      }
      return rules
          ? Optional.of(new PruningWish.Rules(units, density, threshold, quality))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw usage("Not a rule for pruning: " + e.getMessage() + ".");
    }
  }

  private PruningWish pattern(PruningWish.NofM pattern) {
    if (Stream.of(density, threshold, quality, global).anyMatch(Optional::isPresent)) {
      throw usage(
          pattern
              + " says how much stays; leave out --density, --threshold, --quality and --global.");
    }
    return pattern;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
