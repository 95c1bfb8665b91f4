package org.weighbridge.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.weighbridge.fault.Fault;

/**
 * Class scores of a batch, as the network's last operator gives them.
 *
 * @param classes how many scores a sample has
 * @param probabilities whether they are probabilities: the graph ends in a softmax. Logits and
 *     their logarithms need no difference
 */
record Scores(int classes, boolean probabilities) {
  /** How far a sum of single-precision probabilities may be from 1. */
  private static final double ROUNDING = 1e-3;

  private static final int FIVE = 5;

  /**
   * What kind of scores a network gives.
   *
   * @param output a result of {@code rows} samples
   * @throws Fault when it is not a row of scores for each
   */
  static Scores of(OnnxValue output, int rows, String network) {
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
    int classes = Math.toIntExact(size / rows);
    return new Scores(classes, areProbabilities(tensor.getFloatBuffer(), rows, classes));
  }

  private static boolean areProbabilities(FloatBuffer scores, int rows, int classes) {
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int i = 0; i < classes; i++) {
        float score = scores.get(row * classes + i);
        if (!(score >= 0)) {
          return false;
        }
        sum += score;
      }
      if (!(Math.abs(sum - 1) <= ROUNDING)) {
        return false;
      }
    }
    return classes > 1;
  }

  /**
   * Writes what the network says of a batch.
   *
   * @param output {@code rows} × {@code classes} scores at least
   * @param right the right classes of all samples; without them the predicted ones count as right
   * @param offset the first sample of the batch
   */
  void read(OnnxTensor output, int rows, Optional<int[]> right, Answers target, int offset) {
    FloatBuffer batch = output.getFloatBuffer();
    float[] scores = new float[classes];
    for (int row = 0; row < rows; row++) {
      batch.get(row * classes, scores);
      int sample = offset + row;
      int predicted = highest(scores);
      target.predicted()[sample] = predicted;
      int expected = right.isPresent() ? right.get()[sample] : predicted;
      if (predicted < 0 || expected < 0) {
        target.margins()[sample] = Float.NEGATIVE_INFINITY;
        target.losses()[sample] = Float.POSITIVE_INFINITY;
      } else {
        judge(scores, expected, predicted, target, sample);
      }
    }
  }

  /** The rows of a batch whose prediction another order of summation could change. */
  BitSet nearTies(OnnxTensor output, int rows) {
    FloatBuffer batch = output.getFloatBuffer();
    double[] logits = new double[classes];
    var ties = new BitSet(rows);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < classes; i++) {
        logits[i] = logit(batch.get(row * classes + i));
      }
      ties.set(row, NearTie.in(logits));
    }
    return ties;
  }

  private void judge(float[] scores, int expected, int predicted, Answers target, int sample) {
    int higher = 0;
    int rival = -1;
    for (int i = 0; i < classes; i++) {
      higher += scores[i] > scores[expected] ? 1 : 0;
      if (i != expected && (rival < 0 || scores[i] > scores[rival])) {
        rival = i;
      }
    }
    target.amongFive()[sample] = higher < FIVE;
    double best = logit(scores[predicted]);
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(logit(score) - best);
    }
    double own = logit(scores[expected]);
    target.losses()[sample] = (float) (Math.log(sum) + best - own);
    target.margins()[sample] =
        rival < 0 ? Float.POSITIVE_INFINITY : (float) (own - logit(scores[rival]));
  }

  /** A probability of 0 is one too small for a float. */
  private double logit(float score) {
    return probabilities ? Math.log(Math.max(score, Float.MIN_VALUE)) : score;
  }

  private static int highest(float[] scores) {
    int best = 0;
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      if (Float.isNaN(scores[i])) {
        return -1;
      }
      if (scores[i] > highest) {
        highest = scores[i];
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
