package org.weighbridge.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighbridge.recipe.yaml.Nearest;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;
import org.weighbridge.recipe.yaml.Value.Items;
import org.weighbridge.recipe.yaml.Value.Text;

/**
 * Puts values in the place of {@code ${name}}: a whole value may be a list or mapping, within a
 * text it is text; {@code $${name}} stays {@code ${name}}. What is put in is said to stand where it
 * is used. Mutable, for it remembers what was used.
 */
final class Scope {
  private static final Pattern USE = Pattern.compile("(\\$?)\\$\\{([^{}]*)}");

  /** More than any recipe needs; lists in lists of parameters could become endless. */
  private static final int MOST = 100_000;

  private final Map<String, Value> values;
  private final Problems problems;
  private final Set<String> used = new HashSet<>();
  private int size;

  Scope(Map<String, Value> values, Problems problems) {
    this.values = new LinkedHashMap<>(values);
    this.problems = problems;
  }

  /** The same value with all names replaced; those that are unknown are problems. */
  Value resolve(Value value) {
    return switch (value) {
      case Text text -> text(text);
      case Items items ->
          new Items(items.items().stream().map(this::resolve).toList(), items.mark());
      case Entries entries -> {
        var resolved = new ArrayList<Entry>();
        var keys = new HashSet<String>();
        for (Entry entry : entries.entries()) {
          Text key = inside(entry.key());
          if (!keys.add(key.text())) {
            problems.add(
                key.mark(), "%s is said twice; leave one of them out.".formatted(key.text()));
          }
          resolved.add(new Entry(key, resolve(entry.value())));
        }
        yield new Entries(resolved, entries.mark());
      }
    };
  }

  private Value text(Text text) {
    Matcher whole = USE.matcher(text.text());
    if (whole.matches() && whole.group(1).isEmpty()) {
      return find(whole.group(2), text)
          .<Value>map(
              value -> {
                grow(value, text);
                return value.at(text.mark());
              })
          .orElse(text);
    }
    return inside(text);
  }

  private Text inside(Text text) {
    if (!text.text().contains("${")) {
      return text;
    }
    String replaced =
        USE.matcher(text.text())
            .replaceAll(
                use ->
                    Matcher.quoteReplacement(
                        replacement(use.group(), use.group(1), use.group(2), text)));
    return new Text(replaced, text.plain(), text.mark());
  }

  private String replacement(String all, String escape, String name, Text text) {
    if (!escape.isEmpty()) {
      return all.substring(1);
    }
    return find(name, text)
        .map(
            value -> {
              if (value instanceof Text inner) {
                return inner.text();
              }
              problems.add(
                  text.mark(),
                  "${%s} is %s and cannot stand within a text; let it be the whole value."
                      .formatted(name, value.words()));
              return all;
            })
        .orElse(all);
  }

  private Optional<Value> find(String name, Text text) {
    Value value = values.get(name);
    used.add(name);
    if (value == null) {
      problems.add(
          text.mark(),
          "There is no parameter ${%s}; %s"
              .formatted(
                  name,
                  Nearest.to(name, values.keySet())
                      .map(near -> "did you mean ${" + near + "}?")
                      .orElse("name it under parameters, with a value.")));
    }
    return Optional.ofNullable(value);
  }

  private void grow(Value value, Text text) {
    size += size(value);
    if (size > MOST) {
      throw problems.fatal(text.mark(), "Parameters make this too large; make them smaller.");
    }
  }

  private static int size(Value value) {
    return switch (value) {
      case Text text -> 1;
      case Items items -> 1 + items.items().stream().mapToInt(Scope::size).sum();
      case Entries entries ->
          1 + entries.entries().stream().mapToInt(entry -> 1 + size(entry.value())).sum();
    };
  }

  /** Whether a name was asked for. */
  boolean used(String name) {
    return used.contains(name);
  }
}
