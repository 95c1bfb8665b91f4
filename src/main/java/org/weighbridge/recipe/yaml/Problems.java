package org.weighbridge.recipe.yaml;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Fault;

/** What is wrong in a file, told all at once. Mutable; for one thread. */
public final class Problems {
  /** Nobody reads more at a time. */
  private static final int MOST = 10;

  private record Problem(@Nullable Mark mark, String sentence) {}

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::mark, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final String file;
  private final Set<Problem> found = new LinkedHashSet<>();
  private int told;

  public Problems(Path file) {
    this.file = String.valueOf(file.getFileName());
  }

  /** Adds a problem, once. */
  public void add(Mark mark, String sentence) {
    told++;
    found.add(new Problem(mark, sentence));
  }

  /** Adds one that has no place in the file. */
  public void add(String sentence) {
    told++;
    found.add(new Problem(null, sentence));
  }

  /** A problem after which reading cannot go on. */
  public Fault fatal(Mark mark, String sentence) {
    add(mark, sentence);
    return new Fault(text());
  }

  /** How often something was wrong until now, the same problem counted each time. */
  public int count() {
    return told;
  }

  /**
   * Ends the reading if anything is wrong.
   *
   * @throws Fault with a sentence per problem, by place
   */
  public void check() {
    if (!found.isEmpty()) {
      throw new Fault(text());
    }
  }

  private String text() {
    String told =
        found.stream()
            .sorted(BY_PLACE)
            .limit(MOST)
            .map(this::line)
            .collect(Collectors.joining("\n"));
    int more = found.size() - MOST;
    return more > 0 ? told + "\nand " + more + " more." : told;
  }

  private String line(Problem problem) {
    return file
        + Optional.ofNullable(problem.mark()).map(mark -> ", " + mark).orElse("")
        + ": "
        + problem.sentence();
  }
}
