package org.weighbridge.recipe.step;

import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.recipe.yaml.Value;

/** A value that is not what its key wants; becomes a problem at its place. */
final class Misfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Mark mark;
  private final boolean whole;

  private Misfit(Mark mark, String sentence, boolean whole) {
    super(sentence);
    this.mark = mark;
    this.whole = whole;
  }

  /** What a value must be, and an example. */
  static Misfit of(Value value, String words, String example) {
    return new Misfit(
        value.mark(),
        "must be %s, not %s; write %s, for example.".formatted(words, value.words(), example),
        false);
  }

  /** In a sentence that needs no key before it. */
  static Misfit sentence(Value value, String sentence) {
    return new Misfit(value.mark(), sentence, true);
  }

  Mark mark() {
    return mark;
  }

  String sentence(String key) {
    return whole ? String.valueOf(getMessage()) : key + " " + getMessage();
  }
}
