package org.weighbridge.recipe;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.recipe.yaml.Nearest;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.recipe.yaml.YamlText;

/** The parameters of a recipe: what it says, and what whoever runs it says instead. */
record Parameters(Problems problems) {
  private static final Mark OUTSIDE = new Mark(1, 1);

  Map<String, Value> read(Optional<Value> said, Map<String, String> set) {
    var values = Names.of(said, "parameters", problems);
    set.forEach((name, text) -> set(name, text, values));
    values.replaceAll(this::checked);
    return new LinkedHashMap<>(values);
  }

  private void set(String name, String text, Map<String, Value> values) {
    if (values.containsKey(name)) {
      values.put(name, value(name, text));
      return;
    }
    problems.add(
        "There is no parameter %s to set; %s"
            .formatted(
                name,
                Nearest.to(name, values.keySet())
                    .map(near -> "did you mean " + near + "?")
                    .orElse(
                        values.isEmpty()
                            ? "the recipe has none."
                            : "the recipe has " + String.join(", ", values.keySet()) + ".")));
  }

  private Value value(String name, String text) {
    if (text.startsWith("[") || text.startsWith("{")) {
      var own = new Problems(Path.of("--set " + name));
      return YamlText.read(text, own).orElseThrow();
    }
    return new Text(text, false, OUTSIDE);
  }

  /** What is wrong with a parameter is not told again where it is used. */
  private Value checked(String name, Value value) {
    if (value instanceof Text text && text.isNothing()) {
      problems.add(
          value.mark(),
          "The parameter %s has no value; write one here or set it: --set %s=VALUE."
              .formatted(name, name));
      return new Text("${" + name + "}", true, value.mark());
    }
    if (value.flow().contains("${")) {
      problems.add(
          value.mark(),
          "A parameter cannot use another one; write the value of %s itself.".formatted(name));
    }
    return value;
  }
}
