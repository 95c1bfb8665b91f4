package org.weighbridge.recipe.step;

import java.util.List;
import java.util.Optional;
import org.weighbridge.prune.Norm;
import org.weighbridge.prune.Structure;
import org.weighbridge.workflow.LayerValues;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.StructureWords;

/** What to prune. */
final class PruningKeys {
  private static final Kind<Double> FRACTION =
      Kinds.number("a number from 0 to 1", "0.1", d -> d >= 0 && d <= 1);
  private static final Kind<Double> SIZE =
      Kinds.number("a number of at least 0", "0.02", t -> t >= 0 && t < Double.POSITIVE_INFINITY);

  static final Key<LayerValues<Double>> DENSITY =
      Key.optional("density", LayerKinds.values(FRACTION), "the fraction of weights to keep");
  static final Key<LayerValues<Double>> THRESHOLD =
      Key.optional("threshold", LayerKinds.values(SIZE), "the least magnitude to keep");
  static final Key<LayerValues<Double>> QUALITY =
      Key.optional(
          "quality",
          LayerKinds.values(SIZE),
          "the same in standard deviations of the layer's weights");
  static final Key<Double> GLOBAL =
      Key.optional("global", FRACTION, "the fraction of all weights to keep, by one threshold");
  static final Key<PruningWish.NofM> PATTERN =
      Key.optional(
          "pattern",
          new Kinds.Parsed<>(
              "N:M with N below M", "2:4", PruningKeys::pattern, PruningWish.NofM::toString),
          "N of every M inputs stay");
  static final Key<String> STRUCTURE =
      Key.of(
          "structure",
          new Kinds.Parsed<>(
              "weights, neurons, filters, inputs, channels or blocks:RxC",
              "blocks:4x4",
              word -> StructureWords.of(StructureWords.structure(word, Norm.L2)),
              word -> word),
          "weights",
          "what stays or goes as a whole");
  static final Key<Norm> NORM =
      Key.of("norm", Kinds.choice(Norm.class), Norm.L2, "how large such a whole is, per weight");

  private static final List<Key<LayerValues<Double>>> RULES = List.of(DENSITY, THRESHOLD, QUALITY);
  static final List<Key<?>> ALL =
      List.of(DENSITY, THRESHOLD, QUALITY, GLOBAL, PATTERN, STRUCTURE, NORM);

  private PruningKeys() {}

  private static PruningWish.NofM pattern(String text) {
    return StructureWords.pattern(text)
        .filter(pattern -> pattern.kept() >= 1 && pattern.kept() < pattern.ofEvery())
        .orElseThrow(IllegalArgumentException::new);
  }

  /** What is to be pruned, if anything is said of it. */
  static Optional<PruningWish> read(Fields fields) {
    checkTogether(fields);
    var pattern = fields.find(PATTERN);
    if (pattern.isPresent()) {
      return Optional.of(pattern.get());
    }
    Structure structure =
        StructureWords.structure(
            fields.find(STRUCTURE).orElse("weights"), fields.find(NORM).orElse(Norm.L2));
    var global = fields.find(GLOBAL);
    if (global.isPresent()) {
      return Optional.of(new PruningWish.Global(structure, global.get()));
    }
    var density = fields.find(DENSITY);
    var threshold = fields.find(THRESHOLD);
    var quality = fields.find(QUALITY);
    boolean none = density.isEmpty() && threshold.isEmpty() && quality.isEmpty();
    return none
        ? Optional.empty()
        : Optional.of(new PruningWish.Rules(structure, density, threshold, quality));
  }

  private static void checkTogether(Fields fields) {
    for (Key<?> rule : RULES) {
      fields.exclude(rule, GLOBAL, "global decides about all layers, so leave one of them out.");
    }
    for (Key<?> other : List.of(DENSITY, THRESHOLD, QUALITY, GLOBAL, STRUCTURE)) {
      fields.exclude(other, PATTERN, "the pattern says how much stays, so leave one of them out.");
    }
    boolean single = fields.find(STRUCTURE).map("weights"::equals).orElse(true);
    if (fields.has(NORM) && single) {
      fields.problem(
          NORM, "norm measures several weights together; give a structure such as neurons, too.");
    }
    for (int i = 0; i < RULES.size(); i++) {
      for (int j = i + 1; j < RULES.size(); j++) {
        checkLayers(fields, RULES.get(i), RULES.get(j));
      }
    }
  }

  private static void checkLayers(
      Fields fields, Key<LayerValues<Double>> one, Key<LayerValues<Double>> other) {
    var first = fields.find(one);
    var second = fields.find(other);
    if (first.isEmpty() || second.isEmpty()) {
      return;
    }
    if (first.get().others().isPresent() && second.get().others().isPresent()) {
      fields.exclude(one, other, "both speak of all layers, so name the layers of one of them.");
    }
    first.get().named().keySet().stream()
        .filter(second.get().named()::containsKey)
        .findFirst()
        .ifPresent(
            layer ->
                fields.problem(
                    other,
                    "%s and %s both speak of %s; leave one of them out."
                        .formatted(one.name(), other.name(), layer)));
  }

  static void write(PruningWish wish, Written out) {
    switch (wish) {
      case PruningWish.NofM pattern -> out.put(PATTERN, pattern);
      case PruningWish.Global global -> {
        out.put(GLOBAL, global.keep());
        write(global.structure(), out);
      }
      case PruningWish.Rules rules -> {
        out.put(DENSITY, rules.density());
        out.put(THRESHOLD, rules.threshold());
        out.put(QUALITY, rules.quality());
        write(rules.structure(), out);
      }
    }
  }

  private static void write(Structure structure, Written out) {
    out.put(STRUCTURE, StructureWords.of(structure), "weights");
    StructureWords.norm(structure).ifPresent(norm -> out.put(NORM, norm, Norm.L2));
  }
}
