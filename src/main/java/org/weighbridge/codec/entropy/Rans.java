package org.weighbridge.codec.entropy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.mixing.ArithmeticDecoder;
import org.weighbridge.codec.mixing.ArithmeticEncoder;
import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.rans.BitSink;
import org.weighbridge.codec.rans.BitSource;
import org.weighbridge.codec.rans.Frequencies;
import org.weighbridge.codec.rans.NumberModel;
import org.weighbridge.codec.rans.RansDecoder;
import org.weighbridge.codec.rans.RansEncoder;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/**
 * Interleaved rANS with static tables, one for each class of density; as many classes (1, 2, 4 or
 * 8) as make tables and code shortest.
 *
 * <p>Stream: the size of the head (varint), the head (arithmetic code of how often the classes were
 * halved and of their tables), then blocks of 2^16 symbols, each but the last after its size
 * (varint).
 */
public record Rans() implements SymbolCoder {
  private static final int BLOCK = 1 << 16;

  /** Symbols that are looked at together: most pieces have no bits beside their tokens. */
  private static final int PIECE = 1 << 9;

  /** Eight classes can be halved so often. */
  private static final int MOST_HALVINGS = 3;

  @Override
  public String name() {
    return "rans";
  }

  @Override
  public Coded encode(int[] symbols, Mask mask, Effort effort, Progress progress) {
    byte[] classes = DensityClasses.of(mask, progress);
    byte[] tokens = new byte[symbols.length];
    var weights = cheapest(tokenize(symbols, classes, tokens, progress));
    var coder = new ArithmeticEncoder();
    var encoder = new RansEncoder(tables(coder, weights));
    byte[] head = coder.finish();
    int halvings = halvings(weights.size());
    byte[][] blocks = new byte[blocks(symbols.length)][];
    WorkPool.forEach(
        blocks.length,
        block -> {
          progress.check();
          int from = block * BLOCK;
          int to = Math.min(symbols.length, from + BLOCK);
          merge(classes, from, to, halvings);
          blocks[block] =
              encoder.encode(tokens, classes, from, to, beside(symbols, tokens, from, to));
        });
    var out = new ByteWriter().varint(head.length).bytes(head);
    int tableBytes = out.size();
    for (int block = 0; block < blocks.length; block++) {
      if (block < blocks.length - 1) {
        out.varint(blocks[block].length);
      }
      out.bytes(blocks[block]);
    }
    return new Coded(out.toBytes(), tableBytes);
  }

  private static int blocks(int symbols) {
    return Math.ceilDiv(symbols, BLOCK);
  }

  /** Fills in the tokens and counts them: one row per class. */
  private static int[][] tokenize(int[] symbols, byte[] classes, byte[] tokens, Progress progress) {
    int[][] perBlock = new int[blocks(symbols.length)][];
    WorkPool.forEach(
        perBlock.length,
        block -> {
          progress.check();
          // two counts in turn: a frequent token would wait for its own count to be stored
          int[] counts = new int[(2 * DensityClasses.COUNT) << 8];
          int from = block * BLOCK;
          int to = Math.min(symbols.length, from + BLOCK);
          int turn = 0;
          for (int i = from; i < to; i++) {
            int token = Tokens.of(symbols[i]);
            tokens[i] = (byte) token;
            counts[turn | classes[i] << 8 | token]++;
            turn ^= DensityClasses.COUNT << 8;
          }
          perBlock[block] = counts;
        });
    int[][] perClass = new int[DensityClasses.COUNT][1 << 8];
    for (int[] counts : perBlock) {
      for (int i = 0; i < counts.length; i++) {
        perClass[i >>> 8 & DensityClasses.COUNT - 1][i & 0xff] += counts[i];
      }
    }
    return perClass;
  }

  /** The weights of the tables of all classes, or of halves of them merged, if that is shorter. */
  private static List<int[]> cheapest(int[][] counts) {
    List<int[]> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    int[][] merged = counts;
    for (int halvings = 0; halvings <= MOST_HALVINGS; halvings++) {
      var weights = Arrays.stream(merged).map(Frequencies::weights).toList();
      double bits = 0;
      for (int i = 0; i < merged.length; i++) {
        bits += Frequencies.bits(merged[i], weights.get(i));
      }
      if (bits < least) {
        least = bits;
        best = weights;
      }
      merged = halved(merged);
    }
    return best;
  }

  private static int[][] halved(int[][] counts) {
    int[][] half = new int[counts.length / 2][1 << 8];
    for (int i = 0; i < half.length; i++) {
      int[] one = counts[2 * i];
      int[] other = counts[2 * i + 1];
      Arrays.setAll(half[i], token -> one[token] + other[token]);
    }
    return half;
  }

  /**
   * Codes the tables of all classes.
   *
   * @param weights what to encode; empty when decoding
   */
  private static List<Frequencies> tables(BitCoder coder, List<int[]> weights) {
    var numbers = new NumberModel(2 + Frequencies.BITS + 1);
    long halvings = numbers.code(coder, 0, halvings(weights.size()));
    if (halvings > MOST_HALVINGS) {
      throw new MalformedStreamException(0, "there are no such density classes");
    }
    var tables = new ArrayList<Frequencies>();
    for (int i = 0; i < DensityClasses.COUNT >> halvings; i++) {
      tables.add(Frequencies.code(coder, numbers, weights.isEmpty() ? new int[0] : weights.get(i)));
    }
    return tables;
  }

  private static int halvings(int classes) {
    return classes == 0 ? 0 : Integer.numberOfTrailingZeros(DensityClasses.COUNT / classes);
  }

  private static void merge(byte[] classes, int from, int to, int halvings) {
    for (int i = from; i < to; i++) {
      classes[i] = (byte) (classes[i] >> halvings);
    }
  }

  private static BitSink beside(int[] symbols, byte[] tokens, int from, int to) {
    var bits = new BitSink();
    for (int piece = from; piece < to; piece += PIECE) {
      int count = Math.min(PIECE, to - piece);
      if (!Tokens.allDirect(tokens, piece, count)) {
        for (int i = piece; i < piece + count; i++) {
          bits.write(symbols[i], Tokens.beside(tokens[i] & 0xff));
        }
      }
    }
    return bits;
  }

  @Override
  public int[] decode(ByteReader in, Mask mask, Progress progress) {
    var coder = new ArithmeticDecoder(in.section());
    var tables = tables(coder, List.of());
    coder.end();
    for (var table : tables) {
      if (table.tokens() > Tokens.COUNT) {
        throw new MalformedStreamException(in.offset(), "no symbols have such tokens");
      }
    }
    var decoder = new RansDecoder(tables);
    int halvings = halvings(tables.size());
    byte[] classes = DensityClasses.of(mask, progress);
    byte[][] blocks = new byte[blocks(classes.length)][];
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] = block < blocks.length - 1 ? in.counted() : in.rest();
    }
    in.end();
    int[] symbols = new int[classes.length];
    WorkPool.forEach(
        blocks.length,
        block -> {
          progress.check();
          int from = block * BLOCK;
          int to = Math.min(symbols.length, from + BLOCK);
          merge(classes, from, to, halvings);
          byte[] tokens = new byte[to - from];
          var beside = decoder.decode(blocks[block], classes, from, to, tokens);
          for (int i = from; i < to; i += PIECE) {
            symbols(tokens, i - from, Math.min(PIECE, to - i), beside, symbols, i);
          }
          beside.end();
        });
    return symbols;
  }

  private static void symbols(
      byte[] tokens, int from, int count, BitSource beside, int[] symbols, int at) {
    if (Tokens.allDirect(tokens, from, count)) {
      for (int i = 0; i < count; i++) {
        symbols[at + i] = tokens[from + i];
      }
    } else {
      for (int i = 0; i < count; i++) {
        int token = tokens[from + i] & 0xff;
        symbols[at + i] = Tokens.first(token) | beside.read(Tokens.beside(token));
      }
    }
  }
}
