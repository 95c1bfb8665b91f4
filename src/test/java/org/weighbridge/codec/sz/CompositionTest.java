package org.weighbridge.codec.sz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Composition;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class CompositionTest {
  private static final long SEED = 41;

  @Test
  void deepSzSaysItsOneComposition() {
    var composition = of(SzCodecs.deepSz(), sparse(100, 200), 1e-2);
    assertEquals("lorenzo", composition.predictor());
    assertEquals("linear", composition.quantizer());
    assertTrue(composition.bins().isEmpty());
    assertTrue(composition.index().matches("gap8\\+(store|deflate|zstd)"), composition.index());
    assertTrue(composition.entropy().matches("huffman\\+(store|deflate|zstd)"), "of one coder");
    assertEquals(0, composition.outliers());
  }

  @Test
  void countsTheWeightsThatNoBinHolds() {
    var weights = sparse(100, 200);
    weights.values()[3] = Float.NaN;
    weights.values()[777] = Float.POSITIVE_INFINITY;
    weights.values()[778] = Float.NEGATIVE_INFINITY;
    for (var codec : new LayerCodec[] {SzCodecs.sz(), SzCodecs.deepSz()}) {
      assertEquals(3, of(codec, weights, 1e-2).outliers(), codec.id());
    }
  }

  @Test
  void aRaceNamesItsWinnerAlone() {
    var composition = of(SzCodecs.sz(), sparse(300, 400), 1e-2);
    assertTrue(!composition.index().contains("|") && !composition.entropy().contains("|"));
    assertEquals(composition.index().equals("joint"), composition.entropy().equals("joint"));
    assertEquals(composition.quantizer().equals("linear"), composition.bins().isEmpty());
    var dense = new Tensor(Shape.of(5, 4), new float[20]);
    Arrays.fill(dense.values(), 0.5f);
    assertEquals("none", of(SzCodecs.sz(), dense, 1e-2).index(), "every weight is kept");
    assertEquals("none", of(SzCodecs.sz(), Tensor.of(Shape.of(3), 0, 0, 0), 1e-2).entropy());
  }

  @Test
  void aStreamThatIsCutOffIsRefused() {
    assertThrows(
        MalformedStreamException.class, () -> SzCodecs.sz().composition(new byte[] {1, 2}));
  }

  private static Composition of(LayerCodec codec, Tensor weights, double bound) {
    var settings = CodecSettings.absolute(bound);
    var encoded = codec.encode(weights, settings, Progress.none());
    var composition = codec.composition(encoded.bytes()).orElseThrow();
    assertEquals(
        composition.outliers() > 0,
        encoded.breakdown().of(Part.OUTLIERS) > 0,
        codec.id() + ", seed " + SEED);
    return composition;
  }

  private static Tensor sparse(int rows, int columns) {
    var random = new Random(SEED);
    var weights = new Tensor(Shape.of(rows, columns), new float[rows * columns]);
    for (int i = 0; i < weights.size(); i++) {
      weights.values()[i] = random.nextInt(10) == 0 ? (float) (0.1 * random.nextGaussian()) : 0;
    }
    return weights;
  }
}
