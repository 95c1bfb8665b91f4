package org.weighbridge.inference;

/**
 * What samples nobody has seen would lose, from samples that the network was trained on.
 *
 * <p>Margins are wide on samples that were learnt, so that few of them flip: a budget kept there is
 * broken elsewhere. The model says that an unseen sample is a learnt one whose margin was moved by
 * a random amount: Student's t with two degrees of freedom, times a scale. Its tails are heavy,
 * because most unseen samples are like learnt ones and a few are not. A sample of margin m is then
 * right with probability 1/2 + t / (2 √(2 + t²)), t = m / scale. The scale is what makes the
 * unchanged network as accurate as it is on unseen samples.
 *
 * <p>Larger scores alone make no network better: before two networks are compared, the margins of
 * one are divided by the factor that leads from the other's to them, in least squares through the
 * origin. Without that, an optimizer finds weights that only blow up the scores.
 *
 * <p>As every sample counts by how near it is to flipping, not only whether it flips, chance moves
 * this several times less than a count.
 *
 * @param scale in logits, positive
 */
public record MarginNoise(double scale) {
  private static final double SMALLEST = 1e-3;
  private static final double LARGEST = 1e4;
  private static final int HALVINGS = 60;

  /**
   * The scale that makes a network as accurate on learnt samples as on unseen ones.
   *
   * @param learnt what the unchanged network says of learnt samples
   * @param unseen its accuracy on unseen ones, 0 to 1
   */
  public static MarginNoise between(Answers learnt, double unseen) {
    double low = SMALLEST;
    double high = LARGEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      if (new MarginNoise(middle).accuracy(learnt) > unseen) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new MarginNoise(high);
  }

  /** The fraction expected to be right. */
  public double accuracy(Answers answers) {
    double sum = 0;
    for (float margin : answers.margins()) {
      sum += right(margin);
    }
    return sum / answers.margins().length;
  }

  /** The loss expected on unseen samples, from two networks' answers to the same learnt ones. */
  public Loss loss(Answers before, Answers after) {
    int samples = before.margins().length;
    double factor = factor(before.margins(), after.margins());
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < samples; i++) {
      double lost = right(before.margins()[i]) - right(after.margins()[i] / factor);
      sum += lost;
      squares += lost * lost;
    }
    double mean = sum / samples;
    double variance = Math.max(0, squares / samples - mean * mean);
    return new Loss(100 * mean, 100 * Math.sqrt(variance / samples));
  }

  /**
   * What one network's margins are multiplied by in another; 1 where they have nothing in common.
   */
  private static double factor(float[] before, float[] after) {
    double products = 0;
    double squares = 0;
    for (int i = 0; i < before.length; i++) {
      if (Float.isFinite(before[i]) && Float.isFinite(after[i])) {
        products += (double) before[i] * after[i];
        squares += (double) before[i] * before[i];
      }
    }
    return products > 0 ? products / squares : 1;
  }

  /** The probability that an unseen sample like one of this margin is right. */
  private double right(double margin) {
    if (Double.isInfinite(margin)) {
      return margin > 0 ? 1 : 0;
    }
    double t = margin / scale;
    return 0.5 + t / (2 * Math.sqrt(2 + t * t));
  }
}
