package org.weighbridge.recipe;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Split;
import org.weighbridge.fault.Fault;
import org.weighbridge.recipe.yaml.Nearest;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;
import org.weighbridge.recipe.yaml.Value.Text;

/** Reads what a recipe says of its data. */
record DataReader(RecipeSource recipe, Problems problems) {
  private static final List<String> KEYS =
      List.of("where", "limit", "choose-on", "choose-limit", "report-on");

  /** Whether a name is that of the built-in data set. */
  static boolean builtIn(String name) {
    return name.equals("digits") || name.startsWith("digits:");
  }

  /** Empty where something was wrong, which is a problem then. */
  Optional<DataChoice> read(Value value) {
    if (!(value instanceof Entries entries)) {
      return where(value).map(DataChoice::of);
    }
    entries.entries().forEach(this::known);
    var limit = limit(entries, "limit");
    var chooseLimit = limit(entries, "choose-limit");
    var choose = split(entries, "choose-on", Split.VALIDATION);
    var report = split(entries, "report-on", Split.TEST);
    if (entries.get("where").isEmpty()) {
      problems.add(entries.mark(), "data needs where; write where: digits, for example.");
    }
    return entries
        .get("where")
        .flatMap(this::where)
        .map(
            where ->
                new DataChoice(
                    where, limit, choose, chooseLimit.isPresent() ? chooseLimit : limit, report));
  }

  private void known(Entry entry) {
    String key = entry.key().text();
    if (!KEYS.contains(key)) {
      problems.add(
          entry.key().mark(),
          "data has no key %s; %s"
              .formatted(
                  entry.key().words(),
                  Nearest.to(key, KEYS)
                      .map(near -> "did you mean " + near + "?")
                      .orElse("it has " + String.join(", ", KEYS) + ".")));
    }
  }

  private Optional<String> where(Value value) {
    if (!(value instanceof Text text) || text.isNothing()) {
      problems.add(
          value.mark(),
          "data must be a folder, a file or digits, not %s; write digits, for example."
              .formatted(value.words()));
      return Optional.empty();
    }
    if (builtIn(text.text())) {
      return digits(text);
    }
    var found = recipe.find(text.text()).map(Object::toString);
    if (found.isEmpty() && !text.text().contains("${")) {
      problems.add(
          text.mark(),
          "There is no data set %s, neither beside the recipe nor in the current folder; the built-in one is called digits."
              .formatted(text.words()));
    }
    return found;
  }

  private Optional<String> digits(Text text) {
    try {
      DataSets.open(text.text(), Split.TEST, OptionalInt.of(1));
      return Optional.of(text.text());
    } catch (Fault fault) {
      problems.add(text.mark(), fault.sentence());
      return Optional.empty();
    }
  }

  private OptionalInt limit(Entries entries, String key) {
    var value = entries.get(key);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (value.get() instanceof Text text && text.text().matches("[1-9][0-9]{0,8}")) {
      return OptionalInt.of(Integer.parseInt(text.text()));
    }
    problems.add(
        value.get().mark(),
        "%s must be a whole number of at least 1, not %s; write 2000, for example."
            .formatted(key, value.get().words()));
    return OptionalInt.empty();
  }

  private Split split(Entries entries, String key, Split usual) {
    var value = entries.get(key);
    if (value.isEmpty()) {
      return usual;
    }
    for (Split split : Split.values()) {
      if (value.get() instanceof Text text
          && split.name().toLowerCase(Locale.ROOT).equals(text.text())) {
        return split;
      }
    }
    problems.add(
        value.get().mark(),
        "%s must be test, validation or training, not %s; write %s, for example."
            .formatted(key, value.get().words(), usual.name().toLowerCase(Locale.ROOT)));
    return usual;
  }
}
