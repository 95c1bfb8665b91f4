package org.weighbridge.codec.lowrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Golden;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;
import org.weighbridge.codec.Setting;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class LowRankCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return new LowRankCodec();
  }

  private record Coded(int bytes, Tensor decoded) {}

  private Coded code(Tensor weights, String setting) {
    var settings = new CodecSettings(Setting.parse(setting), Effort.BALANCED);
    var encoded = codec().encode(weights, settings, Progress.none());
    return new Coded(encoded.bytes().length, codec().decode(encoded, Progress.none()));
  }

  /** The product of random factors whose components fall off, and a little noise. */
  private static Tensor nearlyLowRank(int rows, int columns, int rank, double scale) {
    var random = new SplittableRandom(4);
    float[] values = new float[rows * columns];
    for (int k = 0; k < rank; k++) {
      double[] left = random.doubles(rows, -1, 1).toArray();
      double[] right = random.doubles(columns, -1, 1).toArray();
      double strength = scale * Math.pow(0.7, k);
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (strength * left[i / columns] * right[i % columns]);
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (scale * 0.01 * random.nextDouble(-1, 1));
    }
    return new Tensor(Shape.of(rows, columns), values);
  }

  /** The share of the energy that is lost. */
  private static double lost(Tensor original, Tensor decoded) {
    double lost = 0;
    double all = 0;
    for (int i = 0; i < original.size(); i++) {
      lost += Math.pow((double) original.values()[i] - decoded.values()[i], 2);
      all += Math.pow(original.values()[i], 2);
    }
    return lost / all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "0.9375", "0.9990234375"})
  void keepsTheEnergyThatIsAskedFor(String energy) {
    for (var shape : new int[][] {{80, 200}, {200, 80}, {420, 500}}) {
      var weights = nearlyLowRank(shape[0], shape[1], 30, 1);
      var coded = code(weights, "energy:" + energy);
      double allowed = 1 - Double.parseDouble(energy);
      double lost = lost(weights, coded.decoded());
      assertTrue(lost <= 1.12 * allowed, lost + " of " + allowed);
      assertTrue(coded.bytes() < 0.4 * weights.size(), coded.bytes() + " bytes");
    }
  }

  @Test
  void takesARankToo() {
    var weights = nearlyLowRank(60, 90, 8, 1);
    double one = lost(weights, code(weights, "rank:1").decoded());
    double four = lost(weights, code(weights, "rank:4").decoded());
    assertTrue(four < one / 3, four + " of " + one);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-43, 1e-30, 1e30, 1.2e38})
  void scalesAreNoMatter(double scale) {
    var weights = nearlyLowRank(40, 50, 1, scale);
    double lost = lost(weights, code(weights, "energy:0.9").decoded());
    assertTrue(lost <= 0.12, lost + " at " + scale);
  }

  @Test
  void leavesALayerOfFullRankAsItIs() {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(50, 60), 1, 3);
    assertTrue(weights.sameBits(code(weights, "energy:0.9990234375").decoded()));
    var row = TestWeights.random(Kind.LAPLACE, Shape.of(1, 60), 1, 3);
    assertTrue(row.sameBits(code(row, "energy:0.5").decoded()));
  }

  @Test
  void zerosTakeAFewBytes() {
    var coded = code(new Tensor(Shape.of(30, 40), new float[1200]), "energy:0.9");
    assertTrue(coded.bytes() < 40, coded.bytes() + " bytes");
    assertEquals(0, coded.decoded().nonZeros());
  }

  @Test
  void readsStreamsOfVersionOne() throws IOException {
    var settings = new CodecSettings(Setting.parse("energy:0.9375"), Effort.BALANCED);
    var odd = nearlyLowRank(40, 20, 4, 1);
    odd.values()[5] = Float.NaN;
    Golden.check("lowrank", codec(), nearlyLowRank(30, 50, 6, 1), settings);
    Golden.check("lowrank-odd", codec(), odd, settings);
    var whole = TestWeights.random(Kind.UNIFORM, Shape.of(1, 30), 1, 3);
    Golden.check("lowrank-whole", codec(), whole, settings);
  }
}
