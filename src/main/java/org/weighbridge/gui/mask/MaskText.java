package org.weighbridge.gui.mask;

import java.util.Locale;
import org.weighbridge.figure.Numbers;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** What is said of a matrix of weights and of places in it. Rows and columns count from 0. */
final class MaskText {
  private MaskText() {}

  /** One sentence about the whole, and what of it is seen. */
  static String whole(Shading shading, Block seen) {
    var source = shading.source();
    return "%s of %s, %s%s: %s. Seen: rows %d to %d, columns %d to %d"
        .formatted(
            shading.mode() == MaskMode.MASK ? "Sparsity mask" : shading.mode().label(),
            source.name(),
            source.original().shape(),
            source.caption().isEmpty() ? "" : ", " + source.caption(),
            sentence(shading),
            seen.firstRow(),
            seen.lastRow(),
            seen.firstColumn(),
            seen.lastColumn());
  }

  /** Which of two codings; with its number of values where colours are their ranks. */
  static String caption(Shading shading) {
    String caption = shading.source().caption();
    var levels = shading.levels();
    return caption.isEmpty() || levels == null
        ? caption
        : "%s: %s values".formatted(caption, Numbers.count(levels.size()));
  }

  /** The same of another coding of the layer, of which the same is seen. */
  static String beside(Shading shading) {
    return shading.source().caption() + ": " + sentence(shading);
  }

  private static String sentence(Shading shading) {
    var source = shading.source();
    return switch (shading.mode()) {
      case MASK, WEIGHTS -> kept(shading.pyramid(), source.original().shape());
      case ERROR ->
          "errors of decoding, largest %s, bound %s"
              .formatted(Math.abs(largest(shading)), source.bound());
      case BINS ->
          shading.levels() == null
              ? ""
              : Numbers.count(shading.levels().size()) + " decoded values";
    };
  }

  private static String kept(DensityPyramid pyramid, Shape shape) {
    return String.format(
        Locale.ROOT,
        "%s of %s weights kept (%.2f %%)",
        Numbers.count(pyramid.kept()),
        Numbers.count(shape.size()),
        shape.size() == 0 ? 0 : 100.0 * pyramid.kept() / shape.size());
  }

  private static float largest(Shading shading) {
    var last = shading.pyramid().levels().getLast();
    return last.extreme()[0];
  }

  /** One weight: place and exact values. */
  static String weight(Shading shading, int row, int column) {
    var source = shading.source();
    Shape shape = source.original().shape();
    int element = row * shape.columns() + column;
    float value = source.original().values()[element];
    var text = new StringBuilder("row %d, column %d".formatted(row, column));
    if (shape.rank() > 2) {
      text.append('\n').append(index(shape, element));
    }
    text.append('\n').append(value == 0f ? "pruned" : Float.toString(value));
    Tensor decoded = source.decoded();
    if (decoded != null) {
      float after = decoded.values()[element];
      text.append("\ndecoded ").append(after == 0f ? "0" : Float.toString(after));
      text.append("\nerror ").append(error(value, after, source.bound()));
      var levels = shading.levels();
      if (levels != null && levels.rank(after) >= 0) {
        int rank = levels.rank(after);
        text.append("\nbin %d of %d".formatted(rank + 1, levels.size()));
        text.append(", %s weights".formatted(Numbers.count(levels.count(rank))));
      }
    }
    return text.toString();
  }

  private static String error(float value, float after, double bound) {
    double error = (double) after - value;
    return bound == 0 || error == 0
        ? Double.toString(error)
        : String.format(Locale.ROOT, "%.6g (%.0f %% of ε)", error, 100 * Math.abs(error) / bound);
  }

  /** A block of weights: place, how many are kept, the largest one. */
  static String block(Shading shading, int fromRow, int toRow, int fromColumn, int toColumn) {
    int size = (toRow - fromRow) * (toColumn - fromColumn);
    var pyramid = shading.pyramid();
    String place =
        "rows %d to %d, columns %d to %d\n".formatted(fromRow, toRow - 1, fromColumn, toColumn - 1);
    float extreme = pyramid.extreme(-1, fromRow, toRow, fromColumn, toColumn);
    if (shading.mode() == MaskMode.ERROR) {
      return place + "largest error " + extreme;
    }
    float density = pyramid.density(-1, fromRow, toRow, fromColumn, toColumn);
    return place
        + String.format(
            Locale.ROOT,
            "%s of %s kept (%.1f %%)",
            Numbers.count(Math.round(density * (double) size)),
            Numbers.count(size),
            100 * density)
        + (shading.mode() == MaskMode.MASK ? "" : "\nlargest " + extreme);
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
