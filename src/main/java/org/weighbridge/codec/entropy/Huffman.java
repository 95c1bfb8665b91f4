package org.weighbridge.codec.entropy;

import java.util.Arrays;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;

/**
 * Canonical Huffman coding, then best-fit lossless compression of table and words: SZ's entropy
 * stage. The table holds only the symbols that occur.
 *
 * <p>Stream: the size of the packed table (varint), the packed table, the packed words.
 */
public record Huffman() implements SymbolCoder {
  @Override
  public String name() {
    return "huffman+lossless";
  }

  @Override
  public String nameOf(ByteReader in) {
    in.counted(); // the table
    return "huffman+" + LosslessRace.GENERAL.nameOf(in);
  }

  @Override
  public boolean races(Mask mask, Effort effort) {
    return effort.affords(mask);
  }

  @Override
  public Coded encode(int[] symbols, Mask mask, Effort effort, Progress progress) {
    var code = code(symbols);
    var table = new ByteWriter();
    code.write(table);
    byte[] packedTable = LosslessRace.GENERAL.compress(table.toBytes(), effort, progress);
    byte[] packedWords = LosslessRace.GENERAL.compress(words(symbols, code), effort, progress);
    var out = new ByteWriter().varint(packedTable.length).bytes(packedTable);
    int tableBytes = out.size();
    return new Coded(out.bytes(packedWords).toBytes(), tableBytes);
  }

  private static HuffmanCode code(int[] symbols) {
    int[] sorted = symbols.clone();
    Arrays.sort(sorted);
    int[] distinct = new int[sorted.length];
    long[] counts = new long[sorted.length];
    int size = 0;
    for (int symbol : sorted) {
      if (size == 0 || distinct[size - 1] != symbol) {
        distinct[size++] = symbol;
      }
      counts[size - 1]++;
    }
    return HuffmanCode.of(Arrays.copyOf(distinct, size), Arrays.copyOf(counts, size));
  }

  private static byte[] words(int[] symbols, HuffmanCode code) {
    int[] words = code.words();
    int[] lengths = code.lengths();
    var bits = new BitWriter();
    for (int symbol : symbols) {
      int place = Arrays.binarySearch(code.symbols(), symbol);
      bits.write(words[place], lengths[place]);
    }
    return bits.toBytes();
  }

  @Override
  public int[] decode(ByteReader in, Mask mask, Progress progress) {
    int count = mask.kept();
    var packedTable = in.section();
    var table = new ByteReader(LosslessRace.GENERAL.decompress(packedTable, 5 + 6L * count));
    var code = HuffmanCode.read(table);
    table.end();
    byte[] words =
        LosslessRace.GENERAL.decompress(in, (count * (long) HuffmanCode.MAX_LENGTH + 7) / 8);
    int[] symbols = new int[count];
    new HuffmanDecoder(code).decode(words, symbols);
    return symbols;
  }
}
