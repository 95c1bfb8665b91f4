package org.weighbridge.gui.mask;

import java.util.Locale;
import org.weighbridge.tensor.Shape;

/** What is said of a matrix of weights and of places in it. */
final class MaskText {
  private MaskText() {}

  /** One sentence about the whole. */
  static String whole(String name, Shape shape, DensityPyramid pyramid) {
    return String.format(
        Locale.ROOT,
        "%s, %s: %,d of %,d weights kept (%.2f %%)",
        name,
        shape,
        pyramid.kept(),
        shape.size(),
        shape.size() == 0 ? 0 : 100.0 * pyramid.kept() / shape.size());
  }

  /** One weight: place and exact value. */
  static String weight(Shape shape, DensityPyramid pyramid, int row, int column) {
    float value = pyramid.weight(row, column);
    String place = String.format(Locale.ROOT, "row %,d, column %,d", row, column);
    if (shape.rank() > 2) {
      place += "\n" + index(shape, (long) row * shape.columns() + column);
    }
    return place + "\n" + (value == 0f ? "pruned" : Float.toString(value));
  }

  /** A block of weights: place and how many are kept. */
  static String block(
      DensityPyramid pyramid, int fromRow, int toRow, int fromColumn, int toColumn) {
    int size = (toRow - fromRow) * (toColumn - fromColumn);
    float density = pyramid.density(-1, fromRow, toRow, fromColumn, toColumn);
    return String.format(
        Locale.ROOT,
        "rows %,d to %,d, columns %,d to %,d\n%,d of %,d kept (%.1f %%)",
        fromRow,
        toRow - 1,
        fromColumn,
        toColumn - 1,
        Math.round(density * (double) size),
        size,
        100 * density);
  }

  /** The place of an element in a tensor of any rank, such as [12, 3, 0, 2]. */
  private static String index(Shape shape, long element) {
    var text = new StringBuilder("]");
    long rest = element;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      text.insert(0, (axis == 0 ? "[" : ", ") + rest % shape.dim(axis));
      rest /= shape.dim(axis);
    }
    return text.toString();
  }
}
