package org.weighbridge.codec.codebook;

import java.util.Arrays;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * Weights that share values.
 *
 * @param codebook the values that occur, ascending
 * @param codes of each weight the place of its value in the codebook
 */
@SuppressWarnings("ArrayRecordComponent")
record SharedValues(float[] codebook, int[] codes) {
  /** Weights that one thread looks up before it asks whether it is still wanted. */
  private static final int CHUNK = 1 << 16;

  /**
   * Gives each weight the nearest of some values; of these stay those that a weight needs.
   *
   * @param values ascending
   */
  static SharedValues of(float[] weights, float[] values, Progress progress) {
    int[] codes = new int[weights.length];
    int chunks = Math.ceilDiv(weights.length, CHUNK);
    var usedIn = new boolean[chunks][values.length];
    WorkPool.forEach(
        chunks,
        chunk -> {
          progress.check();
          int to = Math.min(weights.length, (chunk + 1) * CHUNK);
          for (int i = chunk * CHUNK; i < to; i++) {
            codes[i] = KMeans.nearest(values, weights[i]);
            usedIn[chunk][codes[i]] = true;
          }
        });
    var shared = new SharedValues(values, codes);
    return shared.without(unused(usedIn, values.length), progress);
  }

  private static boolean[] unused(boolean[][] usedIn, int size) {
    var unused = new boolean[size];
    for (int value = 0; value < size; value++) {
      int at = value;
      unused[value] = Arrays.stream(usedIn).noneMatch(used -> used[at]);
    }
    return unused;
  }

  private SharedValues without(boolean[] unused, Progress progress) {
    var places = new int[codebook.length];
    var left = new float[codebook.length];
    int size = 0;
    for (int value = 0; value < places.length; value++) {
      places[value] = size;
      if (!unused[value]) {
        left[size++] = codebook[value];
      }
    }
    if (size == codebook.length) {
      return this;
    }
    renumber(codes, places, progress);
    return new SharedValues(Arrays.copyOf(left, size), codes);
  }

  /** Replaces every code by what stands at its place. */
  private static void renumber(int[] codes, int[] by, Progress progress) {
    WorkPool.forEach(
        Math.ceilDiv(codes.length, CHUNK),
        chunk -> {
          progress.check();
          for (int i = chunk * CHUNK; i < Math.min(codes.length, (chunk + 1) * CHUNK); i++) {
            codes[i] = by[codes[i]];
          }
        });
  }

  /** The weights as they are decoded. */
  float[] weights(Progress progress) {
    var weights = new float[codes.length];
    WorkPool.forEach(
        Math.ceilDiv(codes.length, CHUNK),
        chunk -> {
          progress.check();
          for (int i = chunk * CHUNK; i < Math.min(codes.length, (chunk + 1) * CHUNK); i++) {
            weights[i] = codebook[codes[i]];
          }
        });
    return weights;
  }

  /**
   * The codes as numbers that tell sign and magnitude, for coders that expect the symbols of bins:
   * 2, 4, 6 ... for negative values and 3, 5, 7 ... for the others, the nearest to zero first.
   */
  int[] symbols(Progress progress) {
    int[] symbols = codes.clone();
    renumber(symbols, symbolOf(codebook), progress);
    return symbols;
  }

  private static int[] symbolOf(float[] codebook) {
    int negative = 0;
    while (negative < codebook.length && codebook[negative] < 0) {
      negative++;
    }
    int[] symbols = new int[codebook.length];
    for (int code = 0; code < symbols.length; code++) {
      symbols[code] = code < negative ? 2 * (negative - code) : 2 * (code - negative) + 3;
    }
    return symbols;
  }

  /** The inverse of {@link #symbols}, trusting nothing. */
  static SharedValues ofSymbols(float[] codebook, int[] symbols, Progress progress) {
    int[] symbolOf = symbolOf(codebook);
    int[] codeOf = new int[Arrays.stream(symbolOf).max().orElse(0) + 1];
    Arrays.fill(codeOf, -1);
    for (int code = 0; code < symbolOf.length; code++) {
      codeOf[symbolOf[code]] = code;
    }
    for (int i = 0; i < symbols.length; i++) {
      if (i % CHUNK == 0) {
        progress.check();
      }
      if (symbols[i] >= codeOf.length || codeOf[symbols[i]] < 0) {
        throw new MalformedStreamException(0, "a weight has a code that no value has");
      }
      symbols[i] = codeOf[symbols[i]];
    }
    return new SharedValues(codebook, symbols);
  }

  /** Decoded codes, which may be beyond the codebook. */
  static SharedValues ofCodes(float[] codebook, int[] codes) {
    for (int code : codes) {
      if (code < 0 || code >= codebook.length) {
        throw new MalformedStreamException(0, "a weight has a code that no value has");
      }
    }
    return new SharedValues(codebook, codes);
  }

  /** The number of values less 1 (u8), and the values (u32). */
  byte[] codebookBytes() {
    var out = new ByteWriter().u8(codebook.length - 1);
    for (float value : codebook) {
      out.u32(Float.floatToRawIntBits(value));
    }
    return out.toBytes();
  }

  static float[] readCodebook(ByteReader in) {
    var codebook = new float[in.u8() + 1];
    for (int i = 0; i < codebook.length; i++) {
      codebook[i] = Float.intBitsToFloat(in.u32());
    }
    return codebook;
  }
}
