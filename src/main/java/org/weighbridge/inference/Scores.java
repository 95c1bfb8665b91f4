package org.weighbridge.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.weighbridge.fault.Fault;

/** Class scores of a batch, as the network's last operator gives them. */
final class Scores {
  private Scores() {}

  /**
   * The number of classes.
   *
   * @param output a result of {@code rows} samples
   * @throws Fault when it is not a row of scores for each
   */
  static int classes(OnnxValue output, int rows, String network) {
    if (!(output instanceof OnnxTensor tensor)) {
      throw refused(network, "is not a tensor");
    }
    TensorInfo info = tensor.getInfo();
    if (info.type != OnnxJavaType.FLOAT) {
      throw refused(network, "holds values of type " + info.type + " instead of FLOAT");
    }
    long[] dims = info.getShape();
    long size = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    int first = rows == 1 && dims.length > 0 && dims[0] != 1 ? 0 : 1;
    boolean byRow = first == 0 || (dims.length > 0 && dims[0] == rows);
    long wide = Arrays.stream(dims).skip(first).filter(dim -> dim != 1).count();
    if (!byRow || wide > 1 || size == 0) {
      throw refused(
          network,
          "is " + Arrays.toString(dims) + " for " + rows + " samples, not samples × classes");
    }
    return Math.toIntExact(size / rows);
  }

  /**
   * Writes the predicted classes: the first of the highest scores; -1 where a score is NaN.
   *
   * @param output {@code rows} × {@code classes} scores at least
   */
  static void predict(OnnxTensor output, int classes, int rows, int[] target, int offset) {
    FloatBuffer scores = output.getFloatBuffer();
    for (int row = 0; row < rows; row++) {
      target[offset + row] = highest(scores, row * classes, classes);
    }
  }

  private static int highest(FloatBuffer scores, int from, int count) {
    int best = 0;
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      float score = scores.get(from + i);
      if (Float.isNaN(score)) {
        return -1;
      }
      if (score > highest) {
        highest = score;
        best = i;
      }
    }
    return best;
  }

  private static Fault refused(String network, String why) {
    return new Fault(
        "The output of "
            + network
            + " "
            + why
            + "; accuracy needs one row of class scores for each sample.");
  }
}
