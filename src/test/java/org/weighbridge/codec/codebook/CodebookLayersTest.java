package org.weighbridge.codec.codebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Composition;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Layers at the edges of Deep Compression's format, and what its streams say. */
class CodebookLayersTest {
  private static EncodedLayer encode(String codec, Tensor weights, int bits) {
    return Codecs.byId(codec)
        .encode(weights, new CodecSettings(Parameter.bits(bits), Effort.BALANCED), Progress.none());
  }

  private static Tensor decode(EncodedLayer layer) {
    return Codecs.byId(layer.codec()).decode(layer, Progress.none());
  }

  private static Composition.Widths widths(EncodedLayer layer) {
    return composition(layer).widths().orElseThrow();
  }

  private static Composition composition(EncodedLayer layer) {
    return Codecs.byId(layer.codec()).composition(layer.bytes()).orElseThrow();
  }

  /** A filler moves on by as much as the largest distance, and needs no code. */
  @ParameterizedTest
  @CsvSource({
    "4, 14, 0", "4, 15, 1", "4, 16, 1", "4, 29, 1", "4, 30, 2",
    "5, 30, 0", "5, 31, 1", "5, 32, 1", "5, 61, 1", "5, 62, 2",
    "8, 254, 0", "8, 255, 1", "8, 256, 1", "8, 509, 1", "8, 510, 2"
  })
  void leadingGapsTakeFillers(int bits, int zeros, int fillers) {
    float[] values = new float[zeros + 40];
    values[zeros] = 0.5f;
    values[zeros + 3] = -0.25f;
    var weights = Tensor.of(Shape.of(values.length), values);
    var encoded = encode("codebook+index" + bits, weights, 5);
    assertTrue(decode(encoded).sameBits(weights));
    assertEquals(2 + fillers, widths(encoded).indexEntries());
    assertEquals(bits, widths(encoded).indexBits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"codebook", "codebook+best", "codebook+index4", "codebook+exact"})
  void zerosAtEitherEndAreKept(String codec) {
    for (int size : new int[] {1, 31, 32, 63, 256, 1000}) {
      var zeros = new Tensor(Shape.of(size), new float[size]);
      assertTrue(decode(encode(codec, zeros, 3)).sameBits(zeros), "all zero: " + size);
      for (int place : new int[] {0, size / 2, size - 1}) {
        var single = new Tensor(Shape.of(size), new float[size]);
        single.values()[place] = -3f;
        assertTrue(decode(encode(codec, single, 3)).sameBits(single), place + " of " + size);
      }
    }
  }

  @Test
  void convolutionsHaveLongerDistances() {
    var dense = TestWeights.random(Kind.LAPLACE, Shape.of(20, 30), 0.1, 3);
    var convolution = new Tensor(Shape.of(20, 2, 5, 3), dense.values());
    assertEquals(5, widths(encode("codebook", dense, 4)).indexBits());
    assertEquals(8, widths(encode("codebook", convolution, 4)).indexBits());
  }

  @Test
  void aDenseLayerNeedsNoIndex() {
    var dense = TestWeights.random(Kind.LAPLACE, Shape.of(20, 30), 1, 4);
    for (String codec : new String[] {"codebook", "codebook+best"}) {
      var encoded = encode(codec, dense, 5);
      int positions = codec.endsWith("best") ? encoded.bytes().length : 0;
      assertTrue(encoded.breakdown().of(Part.INDEX) <= positions, codec);
    }
    assertEquals("none", composition(encode("codebook", dense, 5)).index());
  }

  /** As weights are that share values already, tuned or not: by any start, at any width. */
  @ParameterizedTest
  @ValueSource(strings = {"linear", "density", "random", "exact", "best"})
  void sharedWeightsAreStoredExactly(String option) {
    for (int bits = 1; bits <= 8; bits++) {
      var random = new Random(bits);
      float[] shared = new float[1 << bits];
      for (int i = 0; i < shared.length; i++) {
        // crowded at one end: k-means would leave values out
        shared[i] = (float) Math.scalb(random.nextGaussian(), -random.nextInt(20));
      }
      float[] values = new float[3000];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(3) == 0 ? shared[random.nextInt(shared.length)] : 0f;
      }
      var weights = Tensor.of(Shape.of(50, 60), values);
      var encoded = encode("codebook+" + option, weights, bits);
      assertTrue(decode(encoded).sameBits(weights), bits + " bits, seed " + bits);
      assertEquals(ReachedBound.EXACT, encoded.bound());
    }
  }

  @Test
  void tablesHoldTheValuesThatOccur() {
    float[] values = {0, 1, 2, 0, 1, 2, 7, 0};
    var encoded = encode("codebook", Tensor.of(Shape.of(8), values), 8);
    assertEquals(3, composition(encoded).bins().orElseThrow());
    assertEquals(2, widths(encoded).codeBits());
    assertTrue(encoded.breakdown().of(Part.TABLES) >= 1 + 3 * 4);
  }

  @Test
  void modernCodingDecodesToTheSameWeightsInFewerBytes() {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(100, 200), 0.1, 8);
    var original = encode("codebook", weights, 5);
    var modern = encode("codebook+best", weights, 5);
    assertTrue(decode(modern).sameBits(decode(original)));
    assertTrue(modern.bytes().length < original.bytes().length);
  }

  @Test
  void optionsMakeAnIdThatFindsThem() {
    LayerCodec original = CodebookCodec.original();
    for (var group : original.options()) {
      for (String option : group) {
        var codec = original.with(option);
        assertEquals(codec, Codecs.byId(codec.id()));
      }
    }
    assertEquals("codebook+index8+exact", Codecs.byId("codebook+exact+index8").id());
    assertEquals("codebook", Codecs.byId("codebook+linear").id());
    var fault = assertThrows(Fault.class, () -> original.with("index3"));
    assertEquals(
        "Codebook has no option \"index3\"; choose of: best, index4, index5, index8, linear,"
            + " density, random, exact.",
        fault.sentence());
  }

  /** Streams of version 1 as they were written when it was frozen. */
  @ParameterizedTest
  @CsvSource({
    "codebook, 15010600080000c07f07000080be0000003f0000183f0000303f0000483f0000603f0000783f0000883f0a010e0400020909007ffc090109e3e0500003090000a5b1ae7a00",
    "codebook+index4, 14010600080000c07f07000080be0000003f0000183f0000303f0000483f0000603f0000783f0000883f09000e01073334060300090109e3e0500003090000a5b1ae7a00",
    "codebook+index8, 18010600080000c07f07000080be0000003f0000183f0000303f0000483f0000603f0000783f0000883f09000e010e6364460600090109e3e0500003090000a5b1ae7a00",
    "codebook+best, 83010600080000c07f07000080be0000003f0000183f0000303f0000483f0000603f0000783f0000883f060304bd16404aa478489c7dccc9",
  })
  void readsFrozenStreams(String codec, String frozen) {
    float[] values = new float[40];
    for (int i = 0; i < values.length; i += 3) {
      values[i] = i % 2 == 0 ? 0.5f + i / 64f : -0.25f;
    }
    values[7] = Float.NaN;
    var weights = Tensor.of(Shape.of(5, 8), values);
    var encoded = encode(codec, weights, 3);
    assertEquals(frozen, HexFormat.of().formatHex(encoded.bytes()), codec);
    float[] decoded =
        CodebookCodec.original()
            .decode(HexFormat.of().parseHex(frozen), 1, weights.shape(), Progress.none())
            .values();
    assertArrayEquals(values, decoded);
  }
}
