package org.weighbridge.report;

import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.Layer;
import org.weighbridge.tensor.DistinctValues;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * A number of every weight of a layer, the layer seen as a matrix: the weights, what coding did to
 * them, or which of the decoded values they became. Of a layer too large for paper the one of
 * largest magnitude in square boxes of weights.
 */
public final class ValueImage {
  /** More rows or columns than this would be thinner than a printed dot. */
  private static final int MOST_WEIGHTS = 1024;

  /** So many boxes in a row or column at most. */
  private static final int MOST_BOXES = 800;

  private ValueImage() {}

  /** A number by its place in the tensor. */
  @FunctionalInterface
  private interface Values {
    float at(int element);
  }

  /**
   * The weights.
   *
   * @param values of the layer's shape: its own, or what decoding made of them
   * @param words which
   */
  public static ImageFigure weights(Layer layer, Tensor values, String words) {
    float[] all = values.values();
    double reach = 0;
    for (float value : all) {
      reach = Float.isFinite(value) ? Math.max(reach, Math.abs(value)) : reach;
    }
    reach = reach > 0 ? reach : 1;
    return figure(
        layer,
        "Weights of " + layer.name() + words,
        i -> all[i],
        new ImageFigure.Range(Axis.linear("weight", ""), -reach, reach));
  }

  /**
   * Decoded less original, on the scale of the bound.
   *
   * @param bound absolute, above 0
   */
  public static ImageFigure errors(Layer layer, Tensor decoded, double bound, String words) {
    float[] before = layer.weights().values();
    float[] after = decoded.values();
    return figure(
        layer,
        "Errors of " + layer.name() + words + ", ε = " + Numbers.bound(bound),
        i -> after[i] - before[i],
        new ImageFigure.Range(Axis.linear("decoded − original", ""), -bound, bound));
  }

  /** The rank of the decoded value among those of the layer, from 1; 0 for a weight that is 0. */
  public static ImageFigure ranks(Layer layer, Tensor decoded, String words) {
    var levels = DistinctValues.of(decoded.values());
    float[] after = decoded.values();
    return figure(
        layer,
        "Decoded values of %s%s: %s different ones"
            .formatted(layer.name(), words, Numbers.count(levels.size())),
        i -> levels.rank(after[i]) + 1,
        new ImageFigure.Range(Axis.linear("rank, 0: zero", ""), 0, Math.max(1, levels.size())));
  }

  private static ImageFigure figure(Layer layer, String title, Values values, ImageFigure.Key key) {
    Shape shape = layer.shape();
    int longest = Math.max(shape.rows(), shape.columns());
    int box = longest <= MOST_WEIGHTS ? 1 : Math.ceilDiv(longest, MOST_BOXES);
    int rows = Math.ceilDiv(shape.rows(), box);
    int columns = Math.ceilDiv(shape.columns(), box);
    var cells = new float[rows * columns];
    for (int row = 0; row < shape.rows(); row++) {
      for (int column = 0; column < shape.columns(); column++) {
        float value = values.at(row * shape.columns() + column);
        int cell = row / box * columns + column / box;
        cells[cell] = Math.abs(value) > Math.abs(cells[cell]) ? value : cells[cell];
      }
    }
    boolean conv = !layer.fullyConnected();
    boolean outputsDown = layer.outputAxis() == 0;
    String down = conv ? "filter" : outputsDown ? "output" : "input";
    String across = conv ? "channel and kernel position" : outputsDown ? "input" : "output";
    String boxes =
        box == 1 ? "" : ", the largest of each box of %d × %d weights".formatted(box, box);
    return new ImageFigure(
        new Caption(title, layer.shape() + boxes),
        Axis.linear(across, "").range(0, (double) columns * box),
        Axis.linear(down, "").range(0, (double) rows * box),
        key,
        rows,
        columns,
        cells);
  }
}
