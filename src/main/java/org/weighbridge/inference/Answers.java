package org.weighbridge.inference;

import java.util.Arrays;

/**
 * What a network says about every sample.
 *
 * @param predicted the class with the highest score, the first of equals; -1 where a score is NaN
 * @param amongFive whether fewer than five classes score higher than the right one
 * @param margins by how much the right class leads, in logits: its score less the best other one;
 *     negative where the prediction is wrong, negative infinity where a score is NaN
 * @param losses cross-entropy, -ln of the right class's softmax, in nats; infinite where a score is
 *     NaN
 */
@SuppressWarnings("ArrayRecordComponent") // filled by one measurement, then only read
public record Answers(int[] predicted, boolean[] amongFive, float[] margins, float[] losses) {
  /** Room for some samples. */
  public static Answers ofSize(int samples) {
    return new Answers(
        new int[samples], new boolean[samples], new float[samples], new float[samples]);
  }

  /** The answers to the first samples. */
  Answers first(int samples) {
    return new Answers(
        Arrays.copyOf(predicted, samples),
        Arrays.copyOf(amongFive, samples),
        Arrays.copyOf(margins, samples),
        Arrays.copyOf(losses, samples));
  }

  /** Mean cross-entropy in nats. */
  public double meanLoss() {
    double sum = 0;
    for (float loss : losses) {
      sum += loss;
    }
    return sum / losses.length;
  }

  /** The fraction of samples whose right class is among the five with the highest scores. */
  public double topFive() {
    int count = 0;
    for (boolean among : amongFive) {
      count += among ? 1 : 0;
    }
    return (double) count / amongFive.length;
  }
}
