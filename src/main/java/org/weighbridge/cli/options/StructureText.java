package org.weighbridge.cli.options;

import java.util.Optional;
import java.util.function.Function;
import org.weighbridge.prune.Norm;
import org.weighbridge.prune.Structure;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.StructureWords;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What is pruned as a whole, as users type it.
 *
 * @param units by the norm that measures them
 * @param pattern of single weights, when that is what was typed
 */
record StructureText(Function<Norm, Structure> units, Optional<PruningWish.NofM> pattern) {
  /** Reads it. */
  static final class Converter implements ITypeConverter<StructureText> {
    @Override
    public StructureText convert(String text) {
      var pattern = StructureWords.pattern(text);
      String units = pattern.isPresent() ? "weights" : text;
      try {
        StructureWords.structure(units, Norm.L2);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
      return new StructureText(norm -> StructureWords.structure(units, norm), pattern);
    }
  }
}
