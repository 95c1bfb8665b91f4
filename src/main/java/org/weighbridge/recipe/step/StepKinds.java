package org.weighbridge.recipe.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.recipe.yaml.Nearest;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.recipe.yaml.YamlText;
import org.weighbridge.workflow.Operator;

/** Every step there is: reads and writes them, and tells of them. */
public final class StepKinds {
  private static final List<StepKind<?>> ALL =
      List.of(
          new TrainStep(),
          new PruneStep(),
          new RetrainStep(),
          new AssessStep(),
          new OptimizeStep(),
          new EncodeStep(),
          new CompareStep(),
          new ReportStep());

  /**
   * A step that was read.
   *
   * @param layers the names of layers that it speaks of
   */
  public record Read(Operator operator, Mark mark, List<Text> layers) {}

  private record Named(StepKind<?> kind, Entries entries) {}

  private StepKinds() {}

  /** The step that a value says; empty where something was wrong, which is a problem then. */
  public static Optional<Read> read(Value value, Start start, Problems problems) {
    return named(value, problems)
        .flatMap(
            named ->
                named
                    .kind()
                    .read(value.mark(), named.entries(), start, problems)
                    .map(
                        operator ->
                            new Read(
                                operator, value.mark(), named.kind().layers(named.entries()))));
  }

  private static Optional<Named> named(Value value, Problems problems) {
    if (value instanceof Text text && !text.isNothing()) {
      return kind(text, problems).map(kind -> new Named(kind, new Entries(List.of(), text.mark())));
    }
    if (!(value instanceof Entries entries) || entries.entries().isEmpty()) {
      problems.add(
          value.mark(),
          "A step must be a name with keys, not %s; write - encode: {}, for example."
              .formatted(value.words()));
      return Optional.empty();
    }
    Entry first = entries.entries().getFirst();
    var kind = kind(first.key(), problems);
    if (entries.entries().size() > 1) {
      Text second = entries.entries().get(1).key();
      problems.add(
          second.mark(),
          "%s stands beside %s; indent it further if it belongs to it, or begin a step with - before it."
              .formatted(second.text(), first.key().text()));
      return Optional.empty();
    }
    return kind.flatMap(known -> entries(first, problems).map(inner -> new Named(known, inner)));
  }

  private static Optional<Entries> entries(Entry step, Problems problems) {
    return switch (step.value()) {
      case Entries inner -> Optional.of(inner);
      case Text text when text.isNothing() -> Optional.of(new Entries(List.of(), text.mark()));
      default -> {
        problems.add(
            step.value().mark(),
            "%s must have keys with values, not %s; write %s: {}, for example."
                .formatted(step.key().text(), step.value().words(), step.key().text()));
        yield Optional.empty();
      }
    };
  }

  private static Optional<StepKind<?>> kind(Text name, Problems problems) {
    for (StepKind<?> kind : ALL) {
      if (kind.name().equals(name.text())) {
        return Optional.of(kind);
      }
    }
    var names = ALL.stream().map(StepKind::name).toList();
    problems.add(
        name.mark(),
        "There is no step %s; %s"
            .formatted(
                name.words(),
                Nearest.to(name.text(), names)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("there are " + String.join(", ", names) + ".")));
    return Optional.empty();
  }

  /**
   * A step as one line of YAML.
   *
   * @param complete with every value; else without the usual ones
   */
  public static String text(Operator operator, Start start, boolean complete) {
    StepKind<?> kind = ALL.stream().filter(k -> k.writes(operator)).findFirst().orElseThrow();
    return kind.name() + ": " + kind.write(operator, start, complete).flow();
  }

  /** Whether reading a text as a step gives this one. */
  public static boolean says(String text, Operator operator, Start start) {
    var problems = new Problems(Path.of("recipe"));
    return YamlText.read(text, problems)
        .flatMap(value -> read(value, start, problems))
        .filter(read -> read.operator().equals(operator))
        .isPresent();
  }

  /** The reference of all steps and keys, in Markdown. */
  public static String reference() {
    var text = new StringBuilder();
    for (StepKind<?> kind : ALL) {
      text.append("### ").append(kind.name()).append("\n\n").append(kind.words()).append("\n\n");
      if (!kind.keys().isEmpty()) {
        text.append("| key | value | usually | what it is |\n|---|---|---|---|\n");
        kind.keys().forEach(key -> text.append(row(key)));
        text.append('\n');
      }
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static String row(Key<?> key) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(key.name(), key.kind().words(), key.usual(), key.words());
  }
}
