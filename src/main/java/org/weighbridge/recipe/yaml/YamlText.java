package org.weighbridge.recipe.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;
import org.weighbridge.recipe.yaml.Value.Items;
import org.weighbridge.recipe.yaml.Value.Text;

/**
 * Reads YAML 1.2 as a tree, from the events of a parser: nothing is constructed, and nothing that
 * the text says decides how deep the stack grows.
 *
 * <p>{@code ${name}} is a text wherever it stands, also in {@code {key: ${name}}}, where YAML alone
 * would see the beginning of a mapping.
 */
public final class YamlText {
  private static final int DEEPEST = 20;
  private static final int MOST = 100_000;
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';
  private static final Pattern PARAMETER = Pattern.compile("\\$\\{([^{}\\s]*)}");

  /** A list or mapping that is being read. */
  private static final class Open {
    private final boolean mapping;
    private final Mark mark;
    private final Optional<Anchor> anchor;
    private final List<Value> items = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final HashSet<String> keys = new HashSet<>();
    private @Nullable Text key;
    private int size = 1;
    private int depth = 1;

    Open(boolean mapping, Mark mark, Optional<Anchor> anchor) {
      this.mapping = mapping;
      this.mark = mark;
      this.anchor = anchor;
    }

    Value close() {
      return mapping ? new Entries(entries, mark) : new Items(items, mark);
    }
  }

  /**
   * What an alias may stand for.
   *
   * @param size how many values it is
   * @param depth of its nesting, 0 for a scalar
   */
  private record Anchored(Value value, int size, int depth) {}

  private final Problems problems;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private @Nullable Value root;

  private YamlText(Problems problems) {
    this.problems = problems;
  }

  /**
   * The tree of a text; empty when nothing is said.
   *
   * @throws org.weighbridge.fault.Fault when it is no YAML, or has what is of no use here: tags,
   *     several documents, keys of several words, nesting without end
   */
  public static Optional<Value> read(String text, Problems problems) {
    var reader = new YamlText(problems);
    try {
      String hidden = PARAMETER.matcher(text).replaceAll("\\$" + OPEN + "$1" + CLOSE);
      for (Event event : new Parse(LoadSettings.builder().build()).parseString(hidden)) {
        reader.take(event);
      }
      return Optional.ofNullable(reader.root);
    } catch (MarkedYamlEngineException e) {
      throw problems.fatal(
          mark(e.getProblemMark().or(e::getContextMark)), sentence(String.valueOf(e.getProblem())));
    } catch (YamlEngineException e) {
      problems.add(
          "This is not a text that YAML allows; save it as UTF-8 text without control characters.");
      problems.check();
      throw e;
    }
  }

  private static String sentence(String problem) {
    String line =
        problem.lines().findFirst().orElse("").replace(OPEN, '{').replace(CLOSE, '}').strip();
    if (line.contains("TAB") || line.contains("tab")) {
      return "There is a tab where YAML wants spaces; indent with spaces.";
    }
    if (line.contains("alias") || line.contains("unexpected character found")) {
      return "A * before a word is an alias to YAML; write names with an asterisk in quotes, such as \"*.bias\".";
    }
    return "This is not YAML (%s); look at colons, quotes, brackets and indentation here and above."
        .formatted(line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
  }

  private void take(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> begin((DocumentStartEvent) event);
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case MappingStart, SequenceStart -> start((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> {
        Open done = open.pop();
        add(new Anchored(done.close(), done.size, done.depth), done.anchor);
      }
      default -> {} // the stream's frame
    }
  }

  private void begin(DocumentStartEvent event) {
    if (root != null) {
      throw problems.fatal(
          mark(event.getStartMark()),
          "A second document begins here; put it into a file of its own.");
    }
  }

  private void scalar(ScalarEvent event) {
    refuseTag(event.getTag(), event);
    String text = event.getValue().replace(OPEN, '{').replace(CLOSE, '}');
    var value = new Text(text, event.isPlain(), mark(event.getStartMark()));
    add(new Anchored(value, 1, 0), event.getAnchor());
  }

  private void alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    Anchored known = anchors.get(name);
    if (known == null) {
      throw problems.fatal(
          mark(event.getStartMark()),
          "There is no anchor &%s for the alias *%s; write names with an asterisk in quotes, such as \"*.bias\"."
              .formatted(name, name));
    }
    add(known, Optional.empty());
  }

  private void start(CollectionStartEvent event) {
    refuseTag(event.getTag(), event);
    if (open.size() == DEEPEST) {
      throw problems.fatal(
          mark(event.getStartMark()), "This is nested too deeply for a recipe; make it simpler.");
    }
    open.push(
        new Open(
            event instanceof MappingStartEvent, mark(event.getStartMark()), event.getAnchor()));
  }

  private void refuseTag(Optional<String> tag, NodeEvent event) {
    if (tag.isPresent()) {
      throw problems.fatal(
          mark(event.getStartMark()),
          "Tags such as %s mean nothing here; leave it out.".formatted(tag.get()));
    }
  }

  private void add(Anchored added, Optional<Anchor> anchor) {
    anchor.ifPresent(name -> anchors.put(name.getValue(), added));
    Open parent = open.peek();
    Value value = added.value();
    if (parent == null) {
      root = value;
      return;
    }
    grow(parent, added);
    if (!parent.mapping) {
      parent.items.add(value);
    } else if (parent.key == null) {
      parent.key = key(value, parent);
    } else {
      parent.entries.add(new Entry(parent.key, value));
      parent.key = null;
    }
  }

  /** Aliases make large trees of short texts. */
  private void grow(Open parent, Anchored added) {
    parent.size += added.size();
    parent.depth = Math.max(parent.depth, added.depth() + 1);
    if (parent.size > MOST || open.size() + added.depth() > DEEPEST) {
      throw problems.fatal(
          parent.mark, "This is too large or nested too deeply for a recipe; make it simpler.");
    }
  }

  private Text key(Value value, Open parent) {
    if (!(value instanceof Text text)) {
      throw problems.fatal(
          value.mark(), "A key must be a word, not %s; write key: value.".formatted(value.words()));
    }
    if (!parent.keys.add(text.text())) {
      throw problems.fatal(
          text.mark(), "%s is said twice; leave one of them out.".formatted(text.text()));
    }
    return text;
  }

  private static Mark mark(Optional<org.snakeyaml.engine.v2.exceptions.Mark> mark) {
    return mark.map(m -> new Mark(m.getLine() + 1, m.getColumn() + 1)).orElse(new Mark(1, 1));
  }
}
