package org.weighbridge.recipe.step;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.experiment.Objective;
import org.weighbridge.workflow.Optimize;

/** The choice of settings. */
final class OptimizeStep extends StepKind<Optimize> {
  private static final Key<Double> MAX_LOSS =
      Key.optional(
          "max-loss", SearchKeys.POINTS, "the smallest file that loses at most so many points");
  private static final Key<Long> MAX_BYTES =
      Key.optional(
          "max-bytes",
          Kinds.whole("a whole number of at least 1", "30000", 1, Long.MAX_VALUE),
          "instead, the least loss in a file of at most so many bytes");
  private static final Key<List<String>> MIX =
      new Key<>(
          "mix",
          Kinds.list("names of coders", Kinds.CODER),
          "none",
          "coders among which every layer may choose");
  private static final Key<Double> ASSESS_TO =
      Key.of(
          "assess-to",
          SearchKeys.POINTS,
          0.0,
          "how far layers are assessed at least, in percentage points");

  OptimizeStep() {
    super(
        Optimize.class,
        "optimize",
        "Chooses a setting for each layer and measures the choice.",
        all());
  }

  private static List<Key<?>> all() {
    var keys = new ArrayList<Key<?>>();
    keys.addAll(List.of(MAX_LOSS, MAX_BYTES, CodingKeys.CODER, MIX));
    keys.addAll(CodingKeys.WITHOUT_CODER);
    keys.addAll(SearchKeys.ALL);
    keys.add(ASSESS_TO);
    return keys;
  }

  @Override
  Optimize read(Fields fields, Start start) {
    fields.exclude(MAX_LOSS, MAX_BYTES, "ask for one of them.");
    fields.exclude(MAX_BYTES, MIX, "a mixture is chosen for a loss, so give max-loss instead.");
    fields.exclude(
        CodingKeys.CODER, MIX, "the mixture names the coders, so leave one of them out.");
    if (!fields.has(MAX_LOSS) && !fields.has(MAX_BYTES)) {
      fields.problem("optimize needs max-loss or max-bytes; write max-loss: 0.3, for example.");
    }
    var bytes = fields.find(MAX_BYTES);
    Objective objective =
        bytes.isPresent()
            ? new Objective.LeastLoss(bytes.get())
            : new Objective.LeastSize(fields.find(MAX_LOSS).orElse(0.0));
    return new Optimize(
        objective,
        CodingKeys.read(fields),
        fields.find(MIX).orElse(List.of()),
        SearchKeys.layers(fields),
        SearchKeys.plan(fields),
        fields.find(ASSESS_TO).orElse(0.0));
  }

  @Override
  void write(Optimize optimize, Start start, Written out) {
    switch (optimize.objective()) {
      case Objective.LeastSize least -> out.put(MAX_LOSS, least.maxLossPoints());
      case Objective.LeastLoss least -> out.put(MAX_BYTES, least.maxBytes());
    }
    if (optimize.mix().isEmpty()) {
      CodingKeys.write(optimize.coding(), out);
    } else {
      out.put(MIX, optimize.mix());
      CodingKeys.writeWithoutCoder(optimize.coding(), out);
    }
    SearchKeys.write(optimize.layers(), optimize.tests(), out);
    out.put(ASSESS_TO, optimize.assessedTo(), 0.0);
  }
}
