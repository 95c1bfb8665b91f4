package org.weighbridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who may use whom: the table of docs/architecture.md. */
final class Rooms {
  /** What every room may use, but for the codecs, which see no files. */
  private static final List<String> EVERYBODY = List.of("fault", "job", "file");

  /** Each room and the rooms it may use, with what those may use themselves. */
  private static final Map<String, List<String>> TABLE = new LinkedHashMap<>();

  static {
    TABLE.put("fault", List.of());
    TABLE.put("job", List.of());
    TABLE.put("file", List.of("fault"));
    TABLE.put("tensor", List.of());
    TABLE.put("figure", List.of());
    TABLE.put("network", List.of("tensor"));
    TABLE.put("dataset", List.of("tensor"));
    TABLE.put("prune", List.of("network"));
    TABLE.put("codec", List.of("tensor"));
    TABLE.put("container", List.of("codec"));
    TABLE.put("checkpoint", List.of("network", "container"));
    TABLE.put("runtime", List.of("tensor"));
    TABLE.put("inference", List.of("network", "dataset", "runtime"));
    TABLE.put("benchmark", List.of("codec", "inference", "training"));
    TABLE.put("training", List.of("network", "dataset", "prune", "runtime"));
    TABLE.put("assessment", List.of("codec", "prune", "inference"));
    TABLE.put("optimizer", List.of("assessment"));
    TABLE.put("experiment", List.of("optimizer", "container"));
    TABLE.put("report", List.of("experiment", "training", "figure"));
    TABLE.put("workflow", List.of("report"));
    TABLE.put("recipe", List.of("workflow"));
    TABLE.put(
        "cli", List.of("recipe", "workflow", "report", "training", "benchmark", "checkpoint"));
    TABLE.put("gui", List.of("recipe", "workflow", "report", "training", "benchmark"));
  }

  private Rooms() {}

  static Set<String> names() {
    return TABLE.keySet();
  }

  /** The rule of one room in the tree of packages under {@code root}. */
  static ArchRule rule(String room, String root) {
    Set<String> allowed = new TreeSet<>(EVERYBODY.contains(room) ? List.of() : EVERYBODY);
    addAll(room, allowed);
    if (room.equals("codec")) {
      allowed.remove("file");
    }
    return classes()
        .that()
        .resideInAPackage(root + "." + room + "..")
        .should()
        .onlyDependOnClassesThat(
            describe(
                "are in no room of the project but " + String.join(", ", allowed),
                used -> roomOf(used, root).map(allowed::contains).orElse(true)))
        .allowEmptyShould(true)
        .because(
            "dependencies point one way, from the window and the command line down to tensors:"
                + " lower rooms stay usable and testable without higher ones")
        .as("the room " + room + " uses only " + String.join(", ", allowed));
  }

  private static void addAll(String room, Set<String> rooms) {
    if (rooms.add(room)) {
      TABLE.get(room).forEach(used -> addAll(used, rooms));
    }
  }

  private static Optional<String> roomOf(JavaClass type, String root) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return name.equals(root) ? Optional.of("") : Optional.empty();
    }
    return Optional.of(name.substring(root.length() + 1).split("\\.", 2)[0]);
  }
}
