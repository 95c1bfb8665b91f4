package org.weighbridge.cli.options;

import java.util.Locale;
import java.util.Optional;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.fault.Fault;
import org.weighbridge.workflow.TestPlan;
import picocli.CommandLine.Option;

/** Which error bounds of a layer are tested. */
public final class PlanOptions {
  /** A way to find them. */
  enum Plan {
    /** Where curves bend. */
    ADAPTIVE,
    /** As published. */
    DEEPSZ;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      order = 41,
      description =
          "How the bounds to test are found: adaptive (default) halves gaps where curves bend;"
              + " deepsz finds the decade in which a layer begins to lose, then tests 1 to 9 times"
              + " its power of ten and on.",
      defaultValue = "adaptive")
  private Plan plan = Plan.ADAPTIVE;

  @Option(
      names = "--start",
      paramLabel = "BOUND",
      order = 42,
      description = "The first bound that DeepSZ tests (default 0.001); implies --plan deepsz.")
  private Optional<Double> start = Optional.empty();

  @Option(
      names = "--distortion",
      paramLabel = "P",
      order = 42,
      description =
          "The loss in points by which a layer begins to lose for DeepSZ (default 0.1); implies"
              + " --plan deepsz.")
  private Optional<Double> distortion = Optional.empty();

  @Option(
      names = "--grid",
      paramLabel = "FROM:TO:N",
      order = 43,
      converter = GridConverter.class,
      description = "Instead, test N bounds in equal steps on a log scale.")
  private Optional<AssessmentPlan.LogGrid> grid = Optional.empty();

  /**
   * How the bounds to test are found.
   *
   * @throws Fault when options contradict each other
   */
  public TestPlan tests() {
    boolean published = start.isPresent() || distortion.isPresent();
    if (grid.isPresent()) {
      if (published) {
        throw new Fault("--grid names the bounds itself; leave out --start and --distortion.");
      }
      return new TestPlan.Grid(grid.get());
    }
    if (plan == Plan.ADAPTIVE && !published) {
      return TestPlan.ADAPTIVE;
    }
    var paper = TestPlan.DeepSz.PUBLISHED;
    return new TestPlan.DeepSz(
        start.orElse(paper.start()), distortion.orElse(paper.distortionPoints()));
  }
}
