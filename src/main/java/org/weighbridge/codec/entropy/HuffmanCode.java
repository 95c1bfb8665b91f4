package org.weighbridge.codec.entropy;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;

/**
 * A canonical Huffman code: shorter codes first, equal lengths by symbol, so that symbols and
 * lengths are the whole table.
 *
 * @param symbols the symbols that occur, ascending
 * @param lengths the code length of each, 1 to {@link #MAX_LENGTH}
 */
@SuppressWarnings("ArrayRecordComponent")
record HuffmanCode(int[] symbols, int[] lengths) {
  static final int MAX_LENGTH = 31;

  /** In a table byte: the step from the symbol before does not fit and follows as a varint. */
  private static final int FAR = 7;

  /** The best code whose lengths stay within {@link #MAX_LENGTH}. */
  static HuffmanCode of(int[] symbols, long[] counts) {
    long[] weights = counts.clone();
    int[] lengths = lengths(weights);
    while (Arrays.stream(lengths).max().orElse(0) > MAX_LENGTH) {
      // flattening the counts shortens the longest codes at little cost
      Arrays.setAll(weights, i -> (weights[i] + 1) >>> 1);
      lengths = lengths(weights);
    }
    return new HuffmanCode(symbols, lengths);
  }

  private record Node(long weight, int id) implements Comparable<Node> {
    @Override
    public int compareTo(Node other) {
      int order = Long.compare(weight, other.weight);
      return order != 0 ? order : Integer.compare(id, other.id);
    }
  }

  private static int[] lengths(long[] weights) {
    int leaves = weights.length;
    int[] parent = new int[Math.max(0, 2 * leaves - 1)];
    var queue = new PriorityQueue<Node>();
    for (int i = 0; i < leaves; i++) {
      queue.add(new Node(weights[i], i));
    }
    for (int id = leaves; id < parent.length; id++) {
      var a = queue.remove();
      var b = queue.remove();
      parent[a.id] = id;
      parent[b.id] = id;
      queue.add(new Node(a.weight + b.weight, id));
    }
    int[] depth = new int[parent.length];
    for (int id = parent.length - 2; id >= 0; id--) {
      depth[id] = depth[parent[id]] + 1;
    }
    return leaves == 1 ? new int[] {1} : Arrays.copyOf(depth, leaves);
  }

  /** The code words, in the order of the symbols. */
  int[] words() {
    int[] next = firstWords();
    int[] words = new int[symbols.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = next[lengths[i]]++;
    }
    return words;
  }

  /** The first code word of each length. */
  int[] firstWords() {
    int[] perLength = perLength();
    int[] first = new int[MAX_LENGTH + 2];
    for (int length = 1; length <= MAX_LENGTH; length++) {
      first[length + 1] = (first[length] + perLength[length]) << 1;
    }
    return first;
  }

  /** How many codes there are of each length. */
  int[] perLength() {
    int[] perLength = new int[MAX_LENGTH + 1];
    for (int length : lengths) {
      perLength[length]++;
    }
    return perLength;
  }

  /**
   * The table: their number (varint), then a byte per symbol, 8 × length + step, where step is the
   * distance to the symbol before less 1 (from -1 at the start); 7: that distance follows as a
   * varint.
   */
  void write(ByteWriter out) {
    out.varint(symbols.length);
    int previous = -1;
    for (int i = 0; i < symbols.length; i++) {
      int step = symbols[i] - previous - 1;
      previous = symbols[i];
      out.u8(lengths[i] << 3 | Math.min(step, FAR));
      if (step >= FAR) {
        out.varint(step - FAR);
      }
    }
  }

  static HuffmanCode read(ByteReader in) {
    int start = in.offset();
    int count = in.count(in.remaining());
    int[] symbols = new int[count];
    int[] lengths = new int[count];
    long symbol = -1;
    long space = 0;
    for (int i = 0; i < count; i++) {
      int packed = in.u8();
      lengths[i] = packed >>> 3;
      int step = packed & FAR;
      symbol += 1 + step + (step == FAR ? in.varint(Integer.MAX_VALUE) : 0);
      if (lengths[i] == 0 || symbol > Integer.MAX_VALUE) {
        throw new MalformedStreamException(in.offset(), "no Huffman code has such a table");
      }
      symbols[i] = (int) symbol;
      space += 1L << (MAX_LENGTH - lengths[i]);
    }
    boolean complete = space == 1L << MAX_LENGTH || (count == 1 && lengths[0] == 1) || count == 0;
    if (!complete) {
      throw new MalformedStreamException(start, "the Huffman code is not complete");
    }
    return new HuffmanCode(symbols, lengths);
  }
}
