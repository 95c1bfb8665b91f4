package org.weighbridge.recipe.step;

import java.util.List;
import java.util.Optional;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Coding;

/** What layers are coded with. */
final class CodingKeys {
  static final Key<String> CODER =
      Key.of("coder", Kinds.CODER, Coding.DEFAULT.codec(), "what layers are coded with");
  static final Key<Effort> EFFORT =
      Key.of("effort", Kinds.choice(Effort.class), Coding.DEFAULT.effort(), "how hard it tries");
  static final Key<BelowBound> BELOW_BOUND =
      Key.of(
          "below-bound",
          Kinds.choice(BelowBound.class),
          Coding.DEFAULT.belowBound(),
          "what becomes of weights within the bound of zero");
  static final Key<Optional<ErrorBound>> SMALL_TENSORS =
      Key.of(
          "small-tensors",
          Kinds.SMALL_TENSORS,
          Coding.DEFAULT.smallTensors(),
          "how biases and parameters of normalizations are coded");

  /** Without the coder, for steps that have their own way to say it. */
  static final List<Key<?>> WITHOUT_CODER = List.of(EFFORT, BELOW_BOUND, SMALL_TENSORS);

  private CodingKeys() {}

  static Coding read(Fields fields) {
    var usual = Coding.DEFAULT;
    return new Coding(
        fields.find(CODER).orElse(usual.codec()),
        fields.find(EFFORT).orElse(usual.effort()),
        fields.find(BELOW_BOUND).orElse(usual.belowBound()),
        fields.find(SMALL_TENSORS).orElse(usual.smallTensors()));
  }

  static void write(Coding coding, Written out) {
    out.put(CODER, coding.codec(), Coding.DEFAULT.codec());
    writeWithoutCoder(coding, out);
  }

  static void writeWithoutCoder(Coding coding, Written out) {
    out.put(EFFORT, coding.effort(), Coding.DEFAULT.effort());
    out.put(BELOW_BOUND, coding.belowBound(), Coding.DEFAULT.belowBound());
    out.put(SMALL_TENSORS, coding.smallTensors(), Coding.DEFAULT.smallTensors());
  }
}
