package org.weighbridge.recipe.step;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Items;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.recipe.yaml.YamlText;

/** JSON is YAML, too; and YAML without its freedoms is JSON. */
final class Json {
  private static final Pattern BARE =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null");

  private Json() {}

  static Value value(String json) {
    return YamlText.read(json, new Problems(Path.of("configuration"))).orElseThrow();
  }

  static String text(Value value) {
    return switch (value) {
      case Text text when text.plain() && BARE.matcher(text.text()).matches() -> text.text();
      case Text text -> Text.quoted(text.text());
      case Items items ->
          items.items().stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
      case Entries entries ->
          entries.entries().stream()
              .map(entry -> Text.quoted(entry.key().text()) + ":" + text(entry.value()))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }
}
