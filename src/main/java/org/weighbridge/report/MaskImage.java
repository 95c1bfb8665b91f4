package org.weighbridge.report;

import java.util.List;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.Layer;
import org.weighbridge.tensor.Shape;

/**
 * Which weights of a layer are kept, the layer seen as a matrix: each weight a cell where the
 * matrix is small enough for paper, else the share that is kept in square boxes of weights.
 */
public final class MaskImage {
  /** More rows or columns than this would be thinner than a printed dot. */
  private static final int MOST_WEIGHTS = 1024;

  /** So many boxes in a row or column at most. */
  private static final int MOST_BOXES = 800;

  private MaskImage() {}

  public static ImageFigure figure(Layer layer) {
    return figure(layer, "");
  }

  /**
   * The mask.
   *
   * @param words which coding's it is, after the layer's name
   */
  public static ImageFigure figure(Layer layer, String words) {
    Shape shape = layer.shape();
    int longest = Math.max(shape.rows(), shape.columns());
    int box = longest <= MOST_WEIGHTS ? 1 : Math.ceilDiv(longest, MOST_BOXES);
    int rows = Math.ceilDiv(shape.rows(), box);
    int columns = Math.ceilDiv(shape.columns(), box);
    float[] cells = keptShares(layer, box, rows, columns);
    boolean conv = !layer.fullyConnected();
    boolean outputsDown = layer.outputAxis() == 0;
    String down = conv ? "filter" : outputsDown ? "output" : "input";
    String across = conv ? "channel and kernel position" : outputsDown ? "input" : "output";
    return new ImageFigure(
        caption(layer, words, box),
        Axis.linear(across, "").range(0, (double) columns * box),
        Axis.linear(down, "").range(0, (double) rows * box),
        box == 1 ? new ImageFigure.Kinds(List.of("pruned", "kept")) : percentages(cells),
        rows,
        columns,
        cells);
  }

  private static Caption caption(Layer layer, String words, int box) {
    String kept = Numbers.percent(1 - layer.weights().sparsity()) + " kept";
    String boxes = box == 1 ? "" : ", boxes of %d × %d weights".formatted(box, box);
    return new Caption(
        "Sparsity mask of " + layer.name() + words, layer.shape() + ", " + kept + boxes);
  }

  /** The kept share of each box, 0 to 1; boxes at the right and lower end may be smaller. */
  private static float[] keptShares(Layer layer, int box, int rows, int columns) {
    int width = layer.shape().columns();
    int height = layer.shape().rows();
    float[] values = layer.weights().values();
    var kept = new float[rows * columns];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        if (values[row * width + column] != 0) {
          kept[row / box * columns + column / box]++;
        }
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int tall = Math.min(box, height - row * box);
        int wide = Math.min(box, width - column * box);
        kept[row * columns + column] /= tall * wide;
      }
    }
    return kept;
  }

  /** Turns shares into percentages and gives their key, from none to the most there is. */
  private static ImageFigure.Key percentages(float[] cells) {
    float most = 0;
    for (int i = 0; i < cells.length; i++) {
      cells[i] *= 100;
      most = Math.max(most, cells[i]);
    }
    return new ImageFigure.Range(Axis.linear("kept", "%"), 0, most > 0 ? most : 1);
  }
}
