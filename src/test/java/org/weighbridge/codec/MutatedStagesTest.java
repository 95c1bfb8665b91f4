package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.Fuzz.Sample;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.codec.entropy.ContextSymbols;
import org.weighbridge.codec.entropy.Huffman;
import org.weighbridge.codec.entropy.Rans;
import org.weighbridge.codec.entropy.SymbolCoder;
import org.weighbridge.codec.index.BitmaskIndex;
import org.weighbridge.codec.index.CellIndex;
import org.weighbridge.codec.index.ContextIndex;
import org.weighbridge.codec.index.GapIndex;
import org.weighbridge.codec.index.IndexCoder;
import org.weighbridge.codec.index.RelativeIndex;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/**
 * The same for every stage alone: streams of a codec hold what won its races, which may never be
 * the stage that is wrong.
 */
class MutatedStagesTest {
  private static final List<IndexCoder> INDEX_CODERS =
      List.of(
          new GapIndex(),
          new BitmaskIndex(),
          new ContextIndex(),
          new CellIndex(),
          new RelativeIndex(4),
          new RelativeIndex(8));
  private static final List<SymbolCoder> SYMBOL_CODERS =
      List.of(new Huffman(), new ContextSymbols(), new Rans());

  @Test
  void endInATypedErrorOrADecode() {
    Fuzz.run(samples(Shape.of(30, 40), Shape.of(9, 300)), 4, 2_000);
  }

  @Test
  @Tag("slow")
  void endInATypedErrorOrADecodeAHundredThousandTimes() {
    Fuzz.run(samples(Shape.of(30, 40), Shape.of(9, 300), Shape.of(1, 700)), 5, 90_000);
    Fuzz.run(samples(Shape.of(120, 300)), 6, 10_000);
  }

  private static List<Sample> samples(Shape... shapes) {
    var samples = new ArrayList<Sample>();
    for (var shape : shapes) {
      for (double density : new double[] {0.02, 0.2}) {
        float[] weights = TestWeights.random(Kind.LAPLACE, shape, density, 31).values();
        var mask = Mask.of(shape, i -> weights[i] != 0f);
        INDEX_CODERS.forEach(coder -> samples.add(sample(coder, mask, shape)));
        SYMBOL_CODERS.forEach(coder -> samples.add(sample(coder, mask, weights)));
        samples.addAll(lossless(mask));
      }
    }
    return samples;
  }

  private static Sample sample(IndexCoder coder, Mask mask, Shape shape) {
    return new Sample(
        coder.name() + ", " + shape,
        coder.encode(mask, Effort.BALANCED, Progress.none()),
        4L * mask.size(),
        stream -> {
          var decoded = coder.decode(new ByteReader(stream), shape, Progress.none());
          assertEquals(mask.size(), decoded.size());
        });
  }

  private static Sample sample(SymbolCoder coder, Mask mask, float[] weights) {
    int[] symbols = new int[mask.kept()];
    int[] positions = mask.positions();
    for (int i = 0; i < symbols.length; i++) {
      int bin = Math.round(weights[positions[i]] / 0.02f);
      symbols[i] = i % 50 == 7 ? 0 : 1 + (bin << 1 ^ bin >> 31);
    }
    return new Sample(
        coder.name() + ", " + symbols.length + " symbols",
        coder.encode(symbols, mask, Effort.BALANCED, Progress.none()).bytes(),
        4L * mask.size(),
        stream -> {
          int[] decoded = coder.decode(new ByteReader(stream), mask, Progress.none());
          assertEquals(symbols.length, decoded.length);
        });
  }

  /** Each back end, with its number and the raw size before it as the race writes them. */
  private static List<Sample> lossless(Mask mask) {
    byte[] raw = new byte[mask.kept()];
    int[] positions = mask.positions();
    for (int i = 1; i < raw.length; i++) {
      raw[i] = (byte) (positions[i] - positions[i - 1]);
    }
    var race = LosslessRace.MIXED;
    var samples = new ArrayList<Sample>();
    for (int id = 1; id < race.members().size(); id++) {
      byte[] packed = race.members().get(id).compress(raw, Effort.BALANCED, Progress.none());
      samples.add(
          new Sample(
              race.members().get(id).name(),
              new ByteWriter().u8(id).varint(raw.length).bytes(packed).toBytes(),
              raw.length,
              stream -> race.decompress(new ByteReader(stream), 4L * mask.size())));
    }
    return samples;
  }
}
