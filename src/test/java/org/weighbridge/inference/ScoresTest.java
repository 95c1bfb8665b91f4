package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighbridge.runtime.OnnxRuntime;

class ScoresTest {
  private static final float[][] LOGITS = {
    {1, 3, 2, 0, -1, -2, -3},
    {5, 5, 0, 0, 0, 0, 0},
    {Float.NaN, 1, 2, 3, 4, 5, 6},
    {6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[] RIGHT = {1, 1, 3, 5};

  private static Answers read(float[][] rows, Optional<int[]> right) throws OrtException {
    try (var tensor = OnnxTensor.createTensor(OnnxRuntime.environment(), rows)) {
      var scores = Scores.of(tensor, rows.length, "net");
      var answers = Answers.ofSize(rows.length);
      scores.read(tensor, rows.length, right, answers, 0);
      return answers;
    }
  }

  private static float[][] softmax(float[][] logits) {
    float[][] probabilities = new float[logits.length][];
    for (int r = 0; r < logits.length; r++) {
      double sum = 0;
      for (float x : logits[r]) {
        sum += Math.exp(x);
      }
      probabilities[r] = new float[logits[r].length];
      for (int c = 0; c < logits[r].length; c++) {
        probabilities[r][c] = (float) (Math.exp(logits[r][c]) / sum);
      }
    }
    return probabilities;
  }

  @Test
  void judgesEverySample() throws OrtException {
    var answers = read(LOGITS, Optional.of(RIGHT));
    assertArrayEquals(new int[] {1, 0, -1, 0}, answers.predicted());
    assertArrayEquals(
        new float[] {1, 0, Float.NEGATIVE_INFINITY, -5}, answers.margins(), 0, "margins");
    assertTrue(answers.amongFive()[0]);
    assertTrue(answers.amongFive()[1]);
    assertFalse(answers.amongFive()[2]);
    assertFalse(answers.amongFive()[3]);
    double sum = 0;
    for (float x : LOGITS[0]) {
      sum += Math.exp(x);
    }
    assertEquals(Math.log(sum) - 3, answers.losses()[0], 1e-6);
    assertEquals(Float.POSITIVE_INFINITY, answers.losses()[2]);
    assertEquals(0.5, answers.topFive());
  }

  @Test
  void probabilitiesMeanTheSameAsLogits() throws OrtException {
    float[][] logits = {LOGITS[0], LOGITS[3]};
    int[] right = {1, 5};
    var plain = read(logits, Optional.of(right));
    var normalized = read(softmax(logits), Optional.of(right));
    assertArrayEquals(plain.predicted(), normalized.predicted());
    assertArrayEquals(plain.margins(), normalized.margins(), 1e-5f);
    assertArrayEquals(plain.losses(), normalized.losses(), 1e-5f);
  }

  @Test
  void withoutLabelsThePredictedClassIsRight() throws OrtException {
    var answers = read(LOGITS, Optional.empty());
    assertArrayEquals(
        new float[] {1, 0, Float.NEGATIVE_INFINITY, 1}, answers.margins(), 0, "margins");
  }
}
