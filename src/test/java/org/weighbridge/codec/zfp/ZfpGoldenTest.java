package org.weighbridge.codec.zfp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Streams as version 1 was frozen: they decode to the same bits for ever. */
class ZfpGoldenTest {
  /** Made by the zfp program: 0.5, -0.25, 0.125, 1, 0, 3, -2 with {@code zfp -f -1 7 -a 0.01}. */
  private static final String OF_THE_PROGRAM = "014935f78502305020c0a1000000";

  @Test
  void readsWhatTheProgramWrote() {
    byte[] stream = HexFormat.of().parseHex(OF_THE_PROGRAM);
    float[] values = {0.5f, -0.25f, 0.125f, 1, 0, 3, -2};
    float[] decoded = new float[7];
    var grid = Grid.vector(7);
    var ours = ZfpStream.encode(values, grid, 0.01, decoded, Progress.none());
    assertArrayEquals(stream, ours.bits());
    assertArrayEquals(decoded, ours.decode(grid, 0.01, Progress.none()));
    for (int i = 0; i < 7; i++) {
      assertEquals(values[i], decoded[i], 0.01);
    }
  }

  @Test
  void readsVectors() {
    check(
        "42010d070100c88c4c0800070001010000c07fff88763f59fa7fb63b4cf7abfe495505155100:cec60b42",
        ZfpCodec.zfp(),
        0.01,
        sparse());
  }

  @Test
  void readsMatrices() {
    check(
        "410102fff087019f595b088496f93b63303b54ff04203082431cd30c16f150e7368c8aa3ebf68f329044024914504003fd635463149104:c76f292c",
        ZfpCodec.zfp().with("2d"),
        0.1,
        dense());
  }

  @Test
  void readsTightOnesWithExceptions() {
    check(
        "42012d070100c88c4c0800070001010000c07fff88763fd97fb63b4cf7ff4955051501:b95f2efc",
        ZfpCodec.zfp().with("tight"),
        0.01,
        sparse());
  }

  @Test
  void readsExactOnes() {
    check(
        "6d010f070100c88c4c08002e0333f0050cb94cd2db563ebf8841fd7717e7637d01ef202458eccf7a13f6db5dd784132484bdd8c25c1d9b918dac:97d70ab4",
        ZfpCodec.zfp(),
        1e-45,
        sparse());
  }

  private static Tensor sparse() {
    var weights = TestWeights.random(Kind.UNIFORM, Shape.of(5, 7), 0.4, 31);
    weights.values()[3] = Float.NaN;
    return weights;
  }

  private static Tensor dense() {
    return TestWeights.random(Kind.UNIFORM, Shape.of(5, 7), 1, 32);
  }

  /** A stream, a colon and the CRC-32C of what it decodes to. */
  private static void check(String golden, LayerCodec codec, double bound, Tensor weights) {
    var encoded = codec.encode(weights, CodecSettings.absolute(bound), Progress.none());
    assertEquals(
        golden, hex(encoded.bytes()) + ":" + checksum(codec.decode(encoded, Progress.none())));
    byte[] stream = HexFormat.of().parseHex(golden.substring(0, golden.indexOf(':')));
    var decoded = ZfpCodec.zfp().decode(stream, 1, weights.shape(), Progress.none());
    assertEquals(golden.substring(golden.indexOf(':') + 1), checksum(decoded));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String checksum(Tensor tensor) {
    var bits = new ByteWriter();
    for (float value : tensor.values()) {
      bits.u32(Float.floatToRawIntBits(value));
    }
    var checksum = new CRC32C();
    checksum.update(bits.toBytes());
    return Long.toHexString(checksum.getValue());
  }
}
