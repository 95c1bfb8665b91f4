package org.weighbridge.recipe.step;

import java.util.List;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.workflow.Operator;

/** What recipes call a step, and its keys. */
abstract class StepKind<O extends Operator> {
  private final Class<O> type;
  private final String name;
  private final String words;
  private final List<Key<?>> keys;

  StepKind(Class<O> type, String name, String words, List<Key<?>> keys) {
    this.type = type;
    this.name = name;
    this.words = words;
    this.keys = keys;
  }

  String name() {
    return name;
  }

  String words() {
    return words;
  }

  List<Key<?>> keys() {
    return keys;
  }

  /** The step that the keys say; empty where something was wrong, which is a problem then. */
  Optional<O> read(Mark mark, Entries entries, Start start, Problems problems) {
    int before = problems.count();
    var fields = new Fields(name, mark, entries, keys, problems);
    try {
      O read = read(fields, start);
      return problems.count() == before ? Optional.of(read) : Optional.empty();
    } catch (Misfit misfit) {
      problems.add(misfit.mark(), misfit.sentence(name));
    } catch (IllegalArgumentException e) {
      if (problems.count() == before) {
        problems.add(mark, "%s is impossible: %s; change it.".formatted(name, e.getMessage()));
      }
    } catch (Fault fault) {
      if (problems.count() == before) {
        problems.add(mark, fault.sentence());
      }
    }
    return Optional.empty();
  }

  /** The names of layers that stand in the entries. */
  List<Text> layers(Entries entries) {
    return keys.stream()
        .flatMap(
            key -> entries.get(key.name()).stream().flatMap(v -> key.kind().layers(v).stream()))
        .toList();
  }

  boolean writes(Operator operator) {
    return type.isInstance(operator);
  }

  /** The keys that say a step of this kind. */
  Entries write(Operator operator, Start start, boolean complete) {
    var written = new Written(complete);
    write(type.cast(operator), start, written);
    return written.entries();
  }

  /**
   * Makes the step; what is wrong becomes a problem of the fields, after which any step will do.
   *
   * @throws IllegalArgumentException when it is impossible
   */
  abstract O read(Fields fields, Start start);

  abstract void write(O operator, Start start, Written out);
}
