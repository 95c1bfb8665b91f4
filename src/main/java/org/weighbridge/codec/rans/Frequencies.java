package org.weighbridge.codec.rans;

import java.util.Arrays;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.mixing.BitCoder;

/**
 * Probabilities of tokens in units of 1 / {@value #TOTAL}.
 *
 * @param starts where the share of each token starts within {@value #TOTAL}, and {@value #TOTAL}
 *     itself at the end; a token whose share is empty does not occur
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frequencies(int[] starts) {
  /** Probabilities have so many bits. */
  public static final int BITS = 12;

  static final int TOTAL = 1 << BITS;

  /** Tokens are bytes. */
  public static final int MAX_TOKENS = 256;

  /** Weights add up to about that, so that they stay within the total when none falls below 1. */
  private static final int MOST_WEIGHT = TOTAL - MAX_TOKENS;

  /** Weights of few values need not be exact: their sum is halved so often at most. */
  private static final int MOST_HALVINGS = 8;

  /**
   * Shares in proportion to weights: the share of a token ends at floor(4096 × sum of the weights
   * up to it / sum of all).
   *
   * @param weights not negative; their sum is 1 to 4096, so that no token that occurs gets nothing
   */
  public static Frequencies proportional(int[] weights) {
    int sum = Arrays.stream(weights).sum();
    int[] starts = new int[weights.length + 1];
    int below = 0;
    for (int i = 0; i < weights.length; i++) {
      below += weights[i];
      starts[i + 1] = below * TOTAL / sum;
    }
    return new Frequencies(starts);
  }

  /** The number of tokens. */
  public int tokens() {
    return starts.length - 1;
  }

  public int of(int token) {
    return starts[token + 1] - starts[token];
  }

  private double bits(int[] counts) {
    double bits = 0;
    for (int token = 0; token < counts.length; token++) {
      if (counts[token] > 0) {
        bits += counts[token] * (BITS - log2(of(token)));
      }
    }
    return bits;
  }

  /** The length of some tokens in bits, and of the table with these weights, as far as known. */
  public static double bits(int[] counts, int[] weights) {
    return weights.length == 0
        ? tableBits(weights)
        : tableBits(weights) + proportional(weights).bits(counts);
  }

  private static double log2(double x) {
    return StrictMath.log(x) * (1 / Math.log(2));
  }

  /**
   * The weights whose table and code together are shortest: the fewer values there are, the coarser
   * the weights.
   *
   * @param counts how often each token occurs
   */
  public static int[] weights(int[] counts) {
    long values = 0;
    int tokens = 0;
    for (int token = 0; token < counts.length; token++) {
      values += counts[token];
      tokens = counts[token] > 0 ? token + 1 : tokens;
    }
    int[] occurring = Arrays.copyOf(counts, tokens);
    int[] best = new int[0];
    double least = Double.POSITIVE_INFINITY;
    for (int halvings = 0; halvings <= MOST_HALVINGS && values > 0; halvings++) {
      int[] weights = scaled(occurring, values, Math.min(values, MOST_WEIGHT) >> halvings);
      double bits = bits(occurring, weights);
      if (bits < least) {
        least = bits;
        best = weights;
      }
    }
    return best;
  }

  private static int[] scaled(int[] counts, long values, long sum) {
    int[] weights = new int[counts.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = counts[i] == 0 ? 0 : (int) Math.max(1, (counts[i] * sum + values / 2) / values);
    }
    return weights;
  }

  private static double tableBits(int[] weights) {
    double bits = 8;
    for (int weight : weights) {
      bits += 1.5 + 1.3 * log2(weight + 1);
    }
    return bits;
  }

  /**
   * Codes weights: their number, then each in the context of the bit length of the one before.
   *
   * @param weights what to encode; ignored when decoding
   */
  public static Frequencies code(BitCoder coder, NumberModel numbers, int[] weights) {
    long tokens = numbers.code(coder, 0, weights.length);
    if (tokens > MAX_TOKENS) {
      throw new MalformedStreamException(0, "a table has " + tokens + " tokens");
    }
    int[] coded = Arrays.copyOf(weights, (int) tokens);
    long sum = 0;
    for (int i = 0; i < tokens; i++) {
      int before = i == 0 ? 0 : coded[i - 1];
      long weight = numbers.code(coder, 1 + NumberModel.bitLength(before), coded[i]);
      if (weight > TOTAL) {
        throw new MalformedStreamException(0, "a weight of a table is " + weight);
      }
      coded[i] = (int) weight;
      sum += weight;
    }
    if (tokens > 0 && (sum == 0 || sum > TOTAL)) {
      throw new MalformedStreamException(0, "the weights of a table add up to " + sum);
    }
    return tokens == 0 ? new Frequencies(new int[1]) : proportional(coded);
  }
}
