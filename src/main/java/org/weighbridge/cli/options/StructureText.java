package org.weighbridge.cli.options;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighbridge.prune.Norm;
import org.weighbridge.prune.Structure;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What is pruned as a whole, as users type it.
 *
 * @param units by the norm that measures them
 * @param pattern of single weights, when that is what was typed
 */
record StructureText(Function<Norm, Structure> units, Optional<NofM> pattern) {
  private static final Pattern BLOCKS = Pattern.compile("blocks:(\\d{1,6})x(\\d{1,6})");
  private static final Pattern N_OF_M = Pattern.compile("(\\d{1,6}):(\\d{1,6})");

  /** So many of every so many inputs. */
  record NofM(int kept, int ofEvery) {
    @Override
    public String toString() {
      return kept + ":" + ofEvery;
    }
  }

  /** Reads it. */
  static final class Converter implements ITypeConverter<StructureText> {
    @Override
    public StructureText convert(String text) {
      Matcher pattern = N_OF_M.matcher(text);
      if (pattern.matches()) {
        var weights = new Structure.Weights();
        return new StructureText(
            norm -> weights, Optional.of(new NofM(number(pattern, 1), number(pattern, 2))));
      }
      return new StructureText(units(text), Optional.empty());
    }

    private static Function<Norm, Structure> units(String text) {
      Matcher blocks = BLOCKS.matcher(text);
      if (blocks.matches() && number(blocks, 1) > 0 && number(blocks, 2) > 0) {
        return norm -> new Structure.Blocks(number(blocks, 1), number(blocks, 2), norm);
      }
      return switch (text) {
        case "weights" -> norm -> new Structure.Weights();
        case "neurons", "filters" -> Structure.Neurons::new;
        case "inputs", "channels" -> Structure.Inputs::new;
        default ->
            throw new TypeConversionException(
                "'%s' is no structure; write weights, neurons, filters, inputs, channels, blocks:4x4 or 2:4"
                    .formatted(text));
      };
    }

    private static int number(Matcher matcher, int group) {
      return Integer.parseInt(matcher.group(group));
    }
  }
}
