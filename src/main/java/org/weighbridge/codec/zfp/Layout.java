package org.weighbridge.codec.zfp;

import java.util.Optional;
import java.util.stream.Stream;
import org.weighbridge.tensor.Mask;

/** What ZFP sees of a layer. Its place in this list is its number in files: append only. */
enum Layout {
  /** Nothing is kept, and nothing follows. */
  NOTHING("", "nothing"),
  /** The kept weights as a vector. */
  VECTOR("1d", "1-D"),
  /** The whole layer as a matrix, zeros included. */
  MATRIX("2d", "2-D"),
  /** ZFP sees nothing: all kept weights are {@link Exceptions}. */
  EXACT("", "exact");

  private final String option;
  private final String label;

  Layout(String option, String label) {
    this.option = option;
    this.label = label;
  }

  /** The one that an option asks for. */
  static Optional<Layout> of(String option) {
    return Stream.of(VECTOR, MATRIX).filter(layout -> layout.option.equals(option)).findFirst();
  }

  String option() {
    return option;
  }

  /** For people. */
  String label() {
    return label;
  }

  /** The array that ZFP codes. */
  Grid grid(Mask mask) {
    return switch (this) {
      case VECTOR -> Grid.vector(mask.kept());
      case MATRIX -> Grid.matrix(mask.rows(), mask.columns());
      case NOTHING, EXACT -> Grid.vector(0);
    };
  }
}
