package org.weighbridge.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.recipe.yaml.Nearest;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.training.blueprint.Blueprint;

/**
 * A model as a recipe names it.
 *
 * @param with variables of this model only
 */
record ModelEntry(ModelSource source, Map<String, Value> with, Mark mark) {
  private static final List<String> KEYS = List.of("file", "fresh", "seed", "with");

  /** What jobs on it are called. */
  String title() {
    return switch (source) {
      case ModelSource.File(Path path) -> {
        String name = String.valueOf(path.getFileName());
        yield name.endsWith(".onnx") ? name.substring(0, name.length() - 5) : name;
      }
      case ModelSource.Fresh(Blueprint blueprint, long seed) -> blueprint.title();
    };
  }

  /** Reads one; empty where something was wrong, which is a problem then. */
  static Optional<ModelEntry> read(Value value, RecipeSource recipe, Problems problems) {
    if (value instanceof Text text && !text.isNothing()) {
      return file(text, recipe, problems)
          .map(found -> new ModelEntry(found, Map.of(), text.mark()));
    }
    if (!(value instanceof Entries entries)) {
      problems.add(
          value.mark(),
          "A model must be a file or {file: ..., with: ...}, not %s; write - model.onnx, for example."
              .formatted(value.words()));
      return Optional.empty();
    }
    entries.entries().forEach(entry -> known(entry, problems));
    var with = Names.of(entries.get("with"), "with", problems);
    return source(entries, recipe, problems)
        .map(found -> new ModelEntry(found, with, entries.mark()));
  }

  private static void known(Entry entry, Problems problems) {
    String key = entry.key().text();
    if (!KEYS.contains(key)) {
      problems.add(
          entry.key().mark(),
          "A model has no key %s; %s"
              .formatted(
                  entry.key().words(),
                  Nearest.to(key, KEYS)
                      .map(near -> "did you mean " + near + "?")
                      .orElse("it has " + String.join(", ", KEYS) + ".")));
    }
  }

  private static Optional<ModelSource> source(
      Entries entries, RecipeSource recipe, Problems problems) {
    var file = entries.get("file");
    var fresh = entries.get("fresh");
    if (file.isPresent() == fresh.isPresent()) {
      problems.add(
          entries.mark(),
          file.isPresent()
              ? "file and fresh contradict each other; leave one of them out."
              : "A model needs file or fresh; write file: model.onnx, for example.");
      return Optional.empty();
    }
    if (file.isPresent()) {
      entries
          .get("seed")
          .ifPresent(
              seed ->
                  problems.add(
                      seed.mark(),
                      "seed decides the first weights of fresh networks; leave it out."));
      return file(file.get(), recipe, problems);
    }
    long seed = seed(entries.get("seed"), problems);
    return blueprint(fresh.orElseThrow(), problems)
        .map(blueprint -> new ModelSource.Fresh(blueprint, seed));
  }

  private static long seed(Optional<Value> seed, Problems problems) {
    if (seed.isEmpty()) {
      return 1;
    }
    if (seed.get() instanceof Text text && text.text().matches("-?[0-9]{1,18}")) {
      return Long.parseLong(text.text());
    }
    problems.add(
        seed.get().mark(),
        "seed must be a whole number, not %s; write 1, for example.".formatted(seed.get().words()));
    return 1;
  }

  private static Optional<Blueprint> blueprint(Value value, Problems problems) {
    var blueprint =
        value instanceof Text text ? Blueprint.named(text.text()) : Optional.<Blueprint>empty();
    if (blueprint.isEmpty()) {
      problems.add(
          value.mark(),
          "There is no fresh network %s; there are %s."
              .formatted(value.words(), String.join(", ", Blueprint.titles())));
    }
    return blueprint;
  }

  private static Optional<ModelSource> file(Value value, RecipeSource recipe, Problems problems) {
    if (!(value instanceof Text text) || text.isNothing()) {
      problems.add(
          value.mark(),
          "file must be the name of an ONNX file, not %s; write model.onnx, for example."
              .formatted(value.words()));
      return Optional.empty();
    }
    Optional<ModelSource> found = recipe.find(text.text()).map(ModelSource.File::new);
    if (found.isEmpty() && !text.text().contains("${")) {
      problems.add(
          text.mark(),
          Blueprint.named(text.text()).isPresent()
              ? "There is no model file %s; write fresh: %s for the network to be trained."
                  .formatted(text.words(), text.text())
              : "There is no model %s, neither beside the recipe nor in the current folder; name a file that is there."
                  .formatted(text.words()));
    }
    return found;
  }
}
