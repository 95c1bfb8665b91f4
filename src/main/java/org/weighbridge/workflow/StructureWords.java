package org.weighbridge.workflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighbridge.prune.Norm;
import org.weighbridge.prune.Structure;

/**
 * What is pruned as a whole, in a word: {@code weights}, {@code neurons} or {@code filters}, {@code
 * inputs} or {@code channels}, {@code blocks:4x4}; and patterns of single weights, {@code 2:4}.
 */
public final class StructureWords {
  private static final Pattern BLOCKS = Pattern.compile("blocks:(\\d{1,6})x(\\d{1,6})");
  private static final Pattern N_OF_M = Pattern.compile("(\\d{1,6}):(\\d{1,6})");

  private StructureWords() {}

  /** The pattern of single weights that a word says, if it says one. */
  public static Optional<PruningWish.NofM> pattern(String word) {
    Matcher pattern = N_OF_M.matcher(word);
    return pattern.matches()
        ? Optional.of(new PruningWish.NofM(number(pattern, 1), number(pattern, 2)))
        : Optional.empty();
  }

  /**
   * The structure that a word says.
   *
   * @param norm that measures units of several weights
   * @throws IllegalArgumentException when it says none
   */
  public static Structure structure(String word, Norm norm) {
    Matcher blocks = BLOCKS.matcher(word);
    if (blocks.matches() && number(blocks, 1) > 0 && number(blocks, 2) > 0) {
      return new Structure.Blocks(number(blocks, 1), number(blocks, 2), norm);
    }
    return switch (word) {
      case "weights" -> new Structure.Weights();
      case "neurons", "filters" -> new Structure.Neurons(norm);
      case "inputs", "channels" -> new Structure.Inputs(norm);
      default ->
          throw new IllegalArgumentException(
              "'%s' is no structure; write weights, neurons, filters, inputs, channels, blocks:4x4 or 2:4"
                  .formatted(word));
    };
  }

  /** The word for a structure. */
  public static String of(Structure structure) {
    return switch (structure) {
      case Structure.Weights weights -> "weights";
      case Structure.Neurons neurons -> "neurons";
      case Structure.Inputs inputs -> "inputs";
      case Structure.Blocks blocks -> "blocks:" + blocks.rows() + "x" + blocks.columns();
    };
  }

  /** The norm of its units; single weights need none. */
  public static Optional<Norm> norm(Structure structure) {
    return switch (structure) {
      case Structure.Weights weights -> Optional.empty();
      case Structure.Neurons neurons -> Optional.of(neurons.norm());
      case Structure.Inputs inputs -> Optional.of(inputs.norm());
      case Structure.Blocks blocks -> Optional.of(blocks.norm());
    };
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
