package org.weighbridge.recipe.step;

import java.util.List;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.recipe.yaml.Nearest;
import org.weighbridge.recipe.yaml.Value;
import org.weighbridge.recipe.yaml.Value.Entries;
import org.weighbridge.recipe.yaml.Value.Entry;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.workflow.LayerSelection;
import org.weighbridge.workflow.TestPlan;

/** Which layers are assessed, and at which settings. */
final class SearchKeys {
  static final Kind<Double> POINTS =
      Kinds.number("a loss of at least 0 percentage points", "0.3", p -> p >= 0 && p <= 100);
  static final Kind<Double> BOUND =
      Kinds.number("a number above 0", "1e-3", b -> b > 0 && b < Double.POSITIVE_INFINITY);

  static final Key<List<String>> LAYERS =
      new Key<>("layers", LayerKinds.NAMES, "all", "which layers may be coded with a loss");
  static final Key<List<String>> LOCK =
      new Key<>("lock", LayerKinds.NAMES, "none", "which layers are carried along losslessly");
  static final Key<TestPlan> PLAN =
      Key.of("plan", new Plans(), TestPlan.ADAPTIVE, "which settings of a layer are tested");

  static final List<Key<?>> ALL = List.of(LAYERS, LOCK, PLAN);

  private SearchKeys() {}

  static LayerSelection layers(Fields fields) {
    return new LayerSelection(
        fields.find(LAYERS).orElse(List.of()), fields.find(LOCK).orElse(List.of()));
  }

  static TestPlan plan(Fields fields) {
    return fields.find(PLAN).orElse(TestPlan.ADAPTIVE);
  }

  static void write(LayerSelection layers, TestPlan plan, Written out) {
    out.put(LAYERS, layers.only(), List.of());
    out.put(LOCK, layers.locked(), List.of());
    out.put(PLAN, plan, TestPlan.ADAPTIVE);
  }

  /**
   * {@code adaptive}, {@code deepsz}, {@code {start, distortion}} or {@code {from, to, points}}.
   */
  private static final class Plans implements Kind<TestPlan> {
    private static final List<String> PAPER = List.of("start", "distortion");
    private static final List<String> GRID = List.of("from", "to", "points");
    private static final Kind<Integer> COUNT = Kinds.count(1, "10");

    @Override
    public TestPlan read(Value value) {
      if (value instanceof Entries entries) {
        return entries.get("from").isPresent()
            ? grid(known(entries, GRID))
            : paper(known(entries, PAPER));
      }
      String word = value instanceof Text text ? text.text() : "";
      return switch (word) {
        case "adaptive" -> TestPlan.ADAPTIVE;
        case "deepsz" -> TestPlan.DeepSz.PUBLISHED;
        default -> throw Misfit.of(value, words(), "adaptive");
      };
    }

    private Entries known(Entries entries, List<String> names) {
      for (Entry entry : entries.entries()) {
        Text key = entry.key();
        if (!names.contains(key.text())) {
          throw Misfit.of(
              key,
              words(),
              Nearest.to(key.text(), names).orElse("{from: 1e-4, to: 0.1, points: 10}"));
        }
      }
      return entries;
    }

    private TestPlan paper(Entries entries) {
      var usual = TestPlan.DeepSz.PUBLISHED;
      return new TestPlan.DeepSz(
          entries.get("start").map(BOUND::read).orElse(usual.start()),
          entries.get("distortion").map(POINTS::read).orElse(usual.distortionPoints()));
    }

    private TestPlan grid(Entries entries) {
      for (String key : GRID) {
        if (entries.get(key).isEmpty()) {
          throw Misfit.sentence(
              entries,
              "plan needs %s; write {from: 1e-4, to: 0.1, points: 10}, for example."
                  .formatted(key));
        }
      }
      double from = entries.get("from").map(BOUND::read).orElseThrow();
      double to = entries.get("to").map(BOUND::read).orElseThrow();
      int points = entries.get("points").map(COUNT::read).orElseThrow();
      if (to < from || (points == 1 && from != to)) {
        throw Misfit.sentence(
            entries,
            "plan must go from a bound up to a larger one in 2 points or more; write {from: 1e-4, to: 0.1, points: 10}, for example.");
      }
      return new TestPlan.Grid(new AssessmentPlan.LogGrid(from, to, points));
    }

    @Override
    public Value write(TestPlan plan) {
      return switch (plan) {
        case TestPlan.Adaptive adaptive -> Kind.text("adaptive");
        case TestPlan.DeepSz paper when paper.equals(TestPlan.DeepSz.PUBLISHED) ->
            Kind.text("deepsz");
        case TestPlan.DeepSz paper ->
            new Entries(
                List.of(
                    entry("start", BOUND.write(paper.start())),
                    entry("distortion", POINTS.write(paper.distortionPoints()))),
                NOWHERE);
        case TestPlan.Grid grid ->
            new Entries(
                List.of(
                    entry("from", BOUND.write(grid.bounds().from())),
                    entry("to", BOUND.write(grid.bounds().to())),
                    entry("points", COUNT.write(grid.bounds().points()))),
                NOWHERE);
      };
    }

    private static Entry entry(String key, Value value) {
      return new Entry(Kind.text(key), value);
    }

    @Override
    public String words() {
      return "adaptive, deepsz, {start, distortion} or {from, to, points}";
    }
  }
}
