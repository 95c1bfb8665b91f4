package org.weighbridge.recipe.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of YAML that knows its place. What a text means, whoever asks for it decides. */
public sealed interface Value {
  /** Where it begins. */
  Mark mark();

  /** The same as if it stood elsewhere. */
  Value at(Mark place);

  /** How sentences call it: {@code "abc"}, {@code a list}. */
  String words();

  /** As YAML in one line. */
  String flow();

  /**
   * A scalar.
   *
   * @param plain whether it stands without quotes
   */
  record Text(String text, boolean plain, Mark mark) implements Value {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./+-]+(:[A-Za-z0-9_./+-]+)*");
    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");

    /** Whether YAML takes it for nothing at all. */
    public boolean isNothing() {
      return plain && NULL.matcher(text).matches();
    }

    @Override
    public Text at(Mark place) {
      return new Text(text, plain, place);
    }

    @Override
    public String words() {
      return isNothing() ? "nothing" : '"' + shown() + '"';
    }

    private String shown() {
      String line = text.replaceAll("\\p{Cntrl}", " ");
      return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }

    @Override
    public String flow() {
      return flow(text);
    }

    /** A text as YAML that is read as the same text, with quotes only where they are needed. */
    public static String flow(String text) {
      boolean bare =
          SAFE.matcher(text).matches() && !text.startsWith("-") && !NULL.matcher(text).matches();
      return bare ? text : quoted(text);
    }

    /** In double quotes, as YAML and JSON alike read it. */
    public static String quoted(String text) {
      var quoted = new StringBuilder("\"");
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"' || c == '\\') {
          quoted.append('\\').append(c);
        } else if (c < ' ' || (c >= 0x7f && c <= 0xa0) || c >= 0xd800) {
          quoted.append("\\u%04x".formatted((int) c));
        } else {
          quoted.append(c);
        }
      }
      return quoted.append('"').toString();
    }
  }

  /** A list. */
  record Items(List<Value> items, Mark mark) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Items at(Mark place) {
      return new Items(items.stream().map(item -> item.at(place)).toList(), place);
    }

    @Override
    public String words() {
      return "a list";
    }

    @Override
    public String flow() {
      return items.stream().map(Value::flow).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /** Values by key, in the order of the text; no key twice. */
  record Entries(List<Entry> entries, Mark mark) implements Value {
    public Entries {
      entries = List.copyOf(entries);
    }

    /** The value of a key. */
    public Optional<Value> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().text().equals(key))
          .map(Entry::value)
          .findFirst();
    }

    @Override
    public Entries at(Mark place) {
      return new Entries(
          entries.stream().map(e -> new Entry(e.key().at(place), e.value().at(place))).toList(),
          place);
    }

    @Override
    public String words() {
      return "keys with values";
    }

    @Override
    public String flow() {
      return entries.stream()
          .map(entry -> entry.key().flow() + ": " + entry.value().flow())
          .collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /** A key and its value. */
  record Entry(Text key, Value value) {}
}
