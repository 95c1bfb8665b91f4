package org.weighbridge.recipe.step;

import java.util.List;
import java.util.Optional;
import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.recipe.yaml.Nearest;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;
import org.weighbridge.recipe.yaml.Value.Text;

/** The keys of a step as they are in the recipe; what is wrong with one is a problem at once. */
final class Fields {
  private final String owner;
  private final Mark mark;
  private final Entries entries;
  private final Problems problems;
  private final int before;

  /**
   * Reports keys that are not known.
   *
   * @param owner what the keys belong to
   * @param mark where it stands
   */
  Fields(String owner, Mark mark, Entries entries, List<Key<?>> known, Problems problems) {
    this.owner = owner;
    this.mark = mark;
    this.entries = entries;
    this.problems = problems;
    this.before = problems.count();
    var names = known.stream().map(Key::name).toList();
    for (Entry entry : entries.entries()) {
      if (!names.contains(entry.key().text())) {
        unknown(entry, names);
      }
    }
  }

  private void unknown(Entry entry, List<String> names) {
    String key = entry.key().text();
    if (entry.value() instanceof Text text && text.isNothing() && key.contains(":")) {
      problems.add(
          entry.key().mark(),
          "A space is missing behind the colon of %s; write %s."
              .formatted(entry.key().words(), key.replaceFirst(":", ": ")));
      return;
    }
    String remedy =
        Nearest.to(key, names)
            .map(near -> "did you mean " + near + "?")
            .orElse("it has " + String.join(", ", names) + ".");
    problems.add(
        entry.key().mark(), "%s has no key %s; %s".formatted(owner, entry.key().words(), remedy));
  }

  /** The value of a key; empty where it is left out or wrong. */
  <V> Optional<V> find(Key<V> key) {
    return entries
        .get(key.name())
        .flatMap(
            value -> {
              try {
                return Optional.of(key.kind().read(value));
              } catch (Misfit misfit) {
                String sentence = misfit.sentence(key.name());
                if (!sentence.contains("\"${")) { // an unknown parameter, which was told
                  problems.add(misfit.mark(), sentence);
                }
                return Optional.empty();
              }
            });
  }

  /** The value of a key that must be there; a problem where it is not. */
  <V> Optional<V> need(Key<V> key, String example) {
    if (!has(key)) {
      problems.add(
          mark, "%s needs %s; write %s, for example.".formatted(owner, key.name(), example));
    }
    return find(key);
  }

  boolean has(Key<?> key) {
    return entries.get(key.name()).isPresent();
  }

  /** The first of some keys that is there. */
  Optional<Key<?>> any(List<? extends Key<?>> keys) {
    for (Key<?> key : keys) {
      if (has(key)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** A problem when two keys are there that exclude each other. */
  void exclude(Key<?> one, Key<?> other, String remedy) {
    if (has(one) && has(other)) {
      problem(
          other, "%s and %s contradict each other; %s".formatted(one.name(), other.name(), remedy));
    }
  }

  /** A problem with a key that is there. */
  void problem(Key<?> key, String sentence) {
    problems.add(
        entries.entries().stream()
            .filter(entry -> entry.key().text().equals(key.name()))
            .map(entry -> entry.key().mark())
            .findFirst()
            .orElse(mark),
        sentence);
  }

  /** A problem with the step, which may follow from one with a key and is not told beside it. */
  void problem(String sentence) {
    if (problems.count() == before) {
      problems.add(mark, sentence);
    }
  }
}
