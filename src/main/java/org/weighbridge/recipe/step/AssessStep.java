package org.weighbridge.recipe.step;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.workflow.Assess;

/** Assessment of error bounds. */
final class AssessStep extends StepKind<Assess> {
  private static final double USUAL_LOSS = 1;
  private static final Key<Double> MAX_LOSS =
      Key.of(
          "max-loss",
          SearchKeys.POINTS,
          USUAL_LOSS,
          "the test of a layer ends beyond it, in percentage points");
  private static final Key<Boolean> STOP_EARLY =
      Key.of(
          "stop-early",
          Kinds.FLAG,
          false,
          "ask no more samples once it is nearly sure on which side of max-loss a setting lies");

  AssessStep() {
    super(
        Assess.class,
        "assess",
        "Measures accuracy and size of each layer against its setting.",
        all());
  }

  private static List<Key<?>> all() {
    var keys = new ArrayList<Key<?>>();
    keys.add(MAX_LOSS);
    keys.add(CodingKeys.CODER);
    keys.addAll(CodingKeys.WITHOUT_CODER);
    keys.addAll(SearchKeys.ALL);
    keys.add(STOP_EARLY);
    return keys;
  }

  @Override
  Assess read(Fields fields, Start start) {
    return new Assess(
        CodingKeys.read(fields),
        SearchKeys.layers(fields),
        SearchKeys.plan(fields),
        fields.find(MAX_LOSS).orElse(USUAL_LOSS),
        fields.find(STOP_EARLY).orElse(false));
  }

  @Override
  void write(Assess assess, Start start, Written out) {
    out.put(MAX_LOSS, assess.maxLoss(), USUAL_LOSS);
    CodingKeys.write(assess.coding(), out);
    SearchKeys.write(assess.layers(), assess.tests(), out);
    out.put(STOP_EARLY, assess.stopEarly(), false);
  }
}
