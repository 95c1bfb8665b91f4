package org.weighbridge.codec.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class GridTest {
  @Test
  void symmetricValuesLieEvenlyOnBothSidesOfZero() {
    var grid = Grid.symmetricOver(3, -0.75f, 1.5f);
    assertEquals(new Grid(0.5f, -3, 3), grid);
    assertEquals(-1, grid.bin(-0.75f + 0.01f));
    assertEquals(0, grid.bin(-0.2f));
    assertEquals(3, grid.bin(1.5f));
    assertEquals(1.5f, grid.value(3));
  }

  @Test
  void affineValuesReachFromTheLeastToTheLargest() {
    assertEquals(new Grid(0.5f, -1, 2), Grid.affineOver(2, -0.5f, 1));
    assertEquals(new Grid(1, 0, 3), Grid.affineOver(2, 0, 3));
    assertEquals(new Grid(1, -3, 0), Grid.affineOver(2, -3, 0));
  }

  /** No error exceeds half a bin; of affine ones where zero had to be moved, a whole one. */
  @ParameterizedTest
  @ValueSource(
      floats = {Float.MIN_VALUE, 7 * Float.MIN_VALUE, 1e-40f, 1e-20f, 0.3f, 1e20f, Float.MAX_VALUE})
  void errorsAreAtMostHalfABin(float most) {
    for (int bits = 2; bits <= 8; bits++) {
      for (float least : new float[] {0, -most, -most / 3}) {
        var symmetric = Grid.symmetricOver(bits, least, most);
        var affine = Grid.affineOver(bits, least, most);
        for (float weight : new float[] {least, most, most / 2, least / 3, 0}) {
          double error = Math.abs((double) symmetric.value(symmetric.bin(weight)) - weight);
          assertTrue(error <= 0.5001 * symmetric.scale(), bits + " bits, " + weight);
          error = Math.abs((double) affine.value(affine.bin(weight)) - weight);
          assertTrue(error <= 1.0001 * affine.scale(), bits + " bits, affine, " + weight);
        }
        assertEquals(0, affine.value(affine.bin(0)));
      }
    }
  }

  @Test
  void nothingButZerosNeedsNoScale() {
    assertEquals(0, Grid.symmetricOver(4, 0, 0).scale());
    assertEquals(0, Grid.affineOver(4, 0, 0).bin(0));
  }

  @Test
  void channelsAreFinerWhereTheirWeightsAreSmall() {
    float[] values = {1, -1, 0.01f, -0.02f};
    var weights = new Tensor(Shape.of(2, 2), values);
    assertTrue(encode(LinearCodec.linear(), weights).bound() > 0.009);
    assertTrue(encode(LinearCodec.linear().with("channel"), weights).bound() < 0.004);
  }

  @Test
  void packedWeightsTakeTheirBits() {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(30, 41), 0.1, 3);
    int head = 1 + 1 + 4;
    assertEquals(
        head + (30 * 41 * 4 + 7) / 8,
        encode(LinearCodec.linear().with("packed"), weights).bytes().length);
    assertTrue(encode(LinearCodec.linear(), weights).bytes().length < 30 * 41 * 4 / 8 / 2);
  }

  @Test
  void optionsAreNamed() {
    var codec = LinearCodec.linear().with("packed").with("channel").with("affine");
    assertEquals("linear+affine+channel+packed", codec.id());
    assertEquals("linear", codec.family());
    var fault = assertThrows(Fault.class, () -> codec.with("row"));
    assertTrue(fault.sentence().contains("affine, channel, packed"), fault.sentence());
  }

  private static EncodedLayer encode(LayerCodec codec, Tensor weights) {
    var settings = new CodecSettings(Parameter.bits(4), Effort.BALANCED);
    return codec.encode(weights, settings, Progress.none());
  }
}
