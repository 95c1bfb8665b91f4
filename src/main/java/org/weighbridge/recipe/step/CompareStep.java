package org.weighbridge.recipe.step;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.workflow.Compare;

/** Coders side by side. */
final class CompareStep extends StepKind<Compare> {
  private static final Key<Double> BUDGET =
      new Key<>("budget", SearchKeys.POINTS, "must be given", "the loss allowed in points");
  private static final Key<List<String>> CODERS =
      new Key<>(
          "coders",
          Kinds.list("names of coders", Kinds.CODER),
          "all",
          "which coders, in the order of the rows");
  private static final Key<Boolean> MIXED =
      Key.of(
          "mixed", Kinds.FLAG, false, "a last row in which every layer may have another of them");
  private static final Key<Boolean> PUBLISHED =
      Key.of("published", Kinds.FLAG, true, "what the literature says of such networks");

  CompareStep() {
    super(
        Compare.class,
        "compare",
        "Compares coders on the same weights under the same budget of loss.",
        all());
  }

  private static List<Key<?>> all() {
    var keys = new ArrayList<Key<?>>();
    keys.addAll(List.of(BUDGET, CODERS, MIXED, PUBLISHED));
    keys.addAll(CodingKeys.WITHOUT_CODER);
    keys.addAll(SearchKeys.ALL);
    return keys;
  }

  @Override
  Compare read(Fields fields, Start start) {
    return new Compare(
        fields.need(BUDGET, "budget: 0.3").orElse(0.0),
        fields.find(CODERS).orElse(List.of()),
        fields.find(MIXED).orElse(false),
        fields.find(PUBLISHED).orElse(true),
        CodingKeys.read(fields),
        SearchKeys.layers(fields),
        SearchKeys.plan(fields));
  }

  @Override
  void write(Compare compare, Start start, Written out) {
    out.put(BUDGET, compare.budget());
    out.put(CODERS, compare.coders(), List.of());
    out.put(MIXED, compare.mixed(), false);
    out.put(PUBLISHED, compare.published(), true);
    CodingKeys.writeWithoutCoder(compare.coding(), out);
    SearchKeys.write(compare.layers(), compare.tests(), out);
  }
}
