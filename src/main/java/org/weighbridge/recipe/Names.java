package org.weighbridge.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;
import org.weighbridge.recipe.yaml.Value.Text;

/** Names that a recipe gives to values. */
final class Names {
  private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,59}";

  private Names() {}

  /** The values by name; what is not a name with a value is a problem. */
  static Map<String, Value> of(Optional<Value> value, String owner, Problems problems) {
    var values = new LinkedHashMap<String, Value>();
    if (value.isEmpty() || (value.get() instanceof Text text && text.isNothing())) {
      return values;
    }
    if (!(value.get() instanceof Entries entries)) {
      problems.add(
          value.get().mark(),
          "%s must have names with values, not %s; write data: digits below it, for example."
              .formatted(owner, value.get().words()));
      return values;
    }
    for (Entry entry : entries.entries()) {
      if (entry.key().text().matches(NAME)) {
        values.put(entry.key().text(), entry.value());
      } else {
        problems.add(
            entry.key().mark(),
            "%s is no name; begin with a letter and go on with letters, digits, hyphens and underscores."
                .formatted(entry.key().words()));
      }
    }
    return values;
  }

  /** A value as text. */
  static String text(Value value) {
    return value instanceof Text text ? text.text() : value.flow();
  }
}
