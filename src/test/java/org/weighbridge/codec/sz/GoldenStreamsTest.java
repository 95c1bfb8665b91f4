package org.weighbridge.codec.sz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Golden;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.codec.entropy.SymbolCoder;
import org.weighbridge.codec.entropy.SymbolRace;
import org.weighbridge.codec.index.IndexCoder;
import org.weighbridge.codec.index.IndexRace;
import org.weighbridge.codec.sz.SzCodec.Bins;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Streams of version 1, one for every part that a stream can have, as they were written when the
 * version was frozen.
 */
class GoldenStreamsTest {
  private record Case(String name, SzCodec codec, Tensor weights, CodecSettings settings) {
    void check() throws IOException {
      Golden.check(name, codec, weights, settings);
    }
  }

  @TestFactory
  Stream<DynamicTest> readsStreamsOfVersionOne() {
    return cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), c::check));
  }

  private static List<Case> cases() {
    var sz = (SzCodec) SzCodecs.sz();
    var cases = new ArrayList<Case>();
    var sparse = TestWeights.random(Kind.LAPLACE, Shape.of(30, 56), 0.12, 21);
    var dense = TestWeights.random(Kind.LAPLACE, Shape.of(20, 30), 1, 22);
    var odd = TestWeights.random(Kind.BITS, Shape.of(9, 11), 0.5, 23);
    var fine = CodecSettings.absolute(0.004);
    int indexes = ((IndexRace) sz.index()).members().size();
    for (int i = 0; i < indexes; i++) {
      cases.add(new Case("index-" + i, only(sz, i, 0, Predictor.ZERO), sparse, fine));
    }
    int entropies = ((SymbolRace) sz.entropy()).members().size();
    for (int i = 0; i < entropies; i++) {
      cases.add(new Case("entropy-" + i, only(sz, 0, i, Predictor.ZERO), sparse, fine));
      cases.add(new Case("outliers-" + i, only(sz, 0, i, Predictor.ZERO), odd, fine));
      var subtle = CodecSettings.absolute(1e-5);
      cases.add(new Case("subtle-" + i, only(sz, 0, i, Predictor.ZERO), dense, subtle));
    }
    for (var predictor : Predictor.values()) {
      String name = predictor.name().toLowerCase(java.util.Locale.ROOT);
      cases.add(new Case("predictor-" + name, only(sz, 0, 0, predictor), sparse, fine));
      cases.add(new Case("dense-" + name, only(sz, 0, 0, predictor), dense, fine));
    }
    var keep = new CodecSettings(ErrorBound.absolute(0.05), Effort.BALANCED, BelowBound.KEEP);
    cases.add(new Case("kept-below-bound", sz, sparse, keep));
    var zeros = new Tensor(Shape.of(4, 5), new float[20]);
    cases.add(new Case("nothing-kept", sz, zeros, fine));
    for (var effort : Effort.values()) {
      var settings = new CodecSettings(ErrorBound.absolute(0.004), effort);
      String name = effort.name().toLowerCase(java.util.Locale.ROOT);
      cases.add(new Case("sz-" + name, sz, sparse, settings));
      cases.add(new Case("sz-smooth-" + name, sz, smooth(), settings));
    }
    var large = TestWeights.random(Kind.LAPLACE, Shape.of(150, 3000), 0.3, 25);
    var coarse = CodecSettings.absolute(0.08);
    for (int i = 0; i < indexes; i++) {
      cases.add(new Case("large-" + i, only(sz, i, i % entropies, Predictor.ZERO), large, coarse));
    }
    cases.add(new Case("deepsz", (SzCodec) SzCodecs.deepSz(), sparse, fine));
    return cases;
  }

  /** Rows that look at an image 28 wide: neighbours resemble each other. */
  private static Tensor smooth() {
    var noise = TestWeights.random(Kind.LAPLACE, Shape.of(40, 28 * 12), 1, 24).values();
    float[] values = new float[noise.length];
    for (int i = 0; i < values.length; i++) {
      int x = i % 28;
      int y = i / 28 % 12;
      int row = i / (28 * 12);
      double wave = 0.05 * StrictMath.sin(0.7 * x + row) * StrictMath.cos(0.9 * y - row);
      values[i] = Math.abs(wave) < 0.02 || row % 3 == 0 ? 0f : (float) (wave + 0.1 * noise[i]);
    }
    return new Tensor(Shape.of(40, 28 * 12), values);
  }

  /** The composition with one member of each race, which keeps its number in files. */
  private static SzCodec only(SzCodec sz, int index, int entropy, Predictor predictor) {
    var indexes = ((IndexRace) sz.index()).members();
    var entropies = ((SymbolRace) sz.entropy()).members();
    return new SzCodec(
        "SZ",
        sz.id(),
        List.of(predictor),
        Bins.LINEAR,
        sz.radius(),
        new IndexRace(
            map(indexes.size(), i -> i == index, (i, on) -> new OnlyIndex(indexes.get(i), on))),
        new SymbolRace(
            map(
                entropies.size(),
                i -> i == entropy,
                (i, on) -> new OnlySymbols(entropies.get(i), on))),
        false);
  }

  private interface Wrap<T> {
    T wrap(int place, boolean races);
  }

  private static <T> List<T> map(int size, IntPredicate races, Wrap<T> wrap) {
    return IntStream.range(0, size).mapToObj(i -> wrap.wrap(i, races.test(i))).toList();
  }

  private record OnlyIndex(IndexCoder coder, boolean on) implements IndexCoder {
    @Override
    public String name() {
      return coder.name();
    }

    @Override
    public boolean races(Mask mask, Effort effort) {
      return on;
    }

    @Override
    public byte[] encode(Mask mask, Effort effort, Progress progress) {
      return coder.encode(mask, effort, progress);
    }

    @Override
    public Mask decode(ByteReader in, Shape shape, Progress progress) {
      return coder.decode(in, shape, progress);
    }
  }

  private record OnlySymbols(SymbolCoder coder, boolean on) implements SymbolCoder {
    @Override
    public String name() {
      return coder.name();
    }

    @Override
    public boolean races(Mask mask, Effort effort) {
      return on;
    }

    @Override
    public Coded encode(int[] symbols, Mask mask, Effort effort, Progress progress) {
      return coder.encode(symbols, mask, effort, progress);
    }

    @Override
    public int[] decode(ByteReader in, Mask mask, Progress progress) {
      return coder.decode(in, mask, progress);
    }
  }
}
