package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MarginNoiseTest {
  private static final int SAMPLES = 20_000;

  private static Answers answers(float[] margins) {
    return new Answers(
        new int[margins.length], new boolean[margins.length], margins, new float[margins.length]);
  }

  private static float[] learnt(Random random) {
    float[] margins = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      margins[i] = (float) (3 + Math.abs(4 * random.nextGaussian()));
    }
    return margins;
  }

  /** Student's t with two degrees of freedom, by the inverse of its distribution function. */
  private static double noise(Random random, double scale) {
    double u = 2 * random.nextDouble() - 1;
    return scale * u * Math.sqrt(2 / (1 - u * u));
  }

  @Test
  void findsTheNoiseThatIsThere() {
    var random = new Random(1);
    float[] margins = learnt(random);
    int right = 0;
    for (float margin : margins) {
      right += margin + noise(random, 2.5) > 0 ? 1 : 0;
    }
    var found = MarginNoise.between(answers(margins), (double) right / SAMPLES);
    assertEquals(2.5, found.scale(), 0.1);
    assertEquals((double) right / SAMPLES, found.accuracy(answers(margins)), 1e-6);
  }

  @Test
  void expectsWhatUnseenSamplesLose() {
    var random = new Random(2);
    float[] before = learnt(random);
    float[] after = before.clone();
    int lost = 0;
    for (int i = 0; i < SAMPLES; i++) {
      // what small margins lose large ones win: the scale of the scores stays
      after[i] += (float) (0.1 * (before[i] - 7.8) + 0.3 * random.nextGaussian());
      double moved = noise(random, 2.5);
      lost += before[i] + moved > 0 && after[i] + moved <= 0 ? 1 : 0;
      lost -= before[i] + moved <= 0 && after[i] + moved > 0 ? 1 : 0;
    }
    var loss = new MarginNoise(2.5).loss(answers(before), answers(after));
    var counted = Loss.counted(new Flips(lost, 0), SAMPLES);
    assertEquals(counted.points(), loss.points(), 3 * counted.standardError());
    assertTrue(loss.standardError() < counted.standardError() / 3, loss + " " + counted);
    assertTrue(loss.atMost() > loss.points());
  }

  @Test
  void largerScoresAloneMakeNothingBetterOrWorse() {
    var before = learnt(new Random(4));
    for (float factor : new float[] {0.7f, 1.3f}) {
      float[] after = before.clone();
      for (int i = 0; i < SAMPLES; i++) {
        after[i] *= factor;
      }
      assertEquals(0, new MarginNoise(2).loss(answers(before), answers(after)).points(), 1e-4);
    }
  }

  @Test
  void nothingIsLostWithoutAChange() {
    var same = answers(learnt(new Random(3)));
    assertEquals(new Loss(0, 0), new MarginNoise(1).loss(same, same));
  }

  @Test
  void brokenSamplesAreWrong() {
    var before = answers(new float[] {5, 5});
    var after = answers(new float[] {5, Float.NEGATIVE_INFINITY});
    assertEquals(50, new MarginNoise(0.1).loss(before, after).points(), 0.02);
  }
}
