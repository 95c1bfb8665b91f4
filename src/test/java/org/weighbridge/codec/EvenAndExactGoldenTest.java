package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Streams of version 1 of linear quantization, 16-bit floats, lossless compressors and sparse
 * formats, as they were written when the version was frozen: SHA-256 of the decoded floats' bits
 * (highest byte first), then the stream. What this build writes is left in {@code
 * target/golden/even-exact}.
 */
class EvenAndExactGoldenTest {
  @ParameterizedTest
  @CsvSource({
    "linear, bits:5, 0.12",
    "linear, bits:3, 1",
    "linear+affine, bits:4, 1",
    "linear+channel, bits:8, 0.3",
    "linear+affine+channel, bits:2, 0.3",
    "linear+packed, bits:5, 0.3",
    "linear+affine+channel+packed, bits:7, 1",
    "fp16, none, 0.3",
    "fp16+entropy, none, 0.3",
    "bf16, none, 1",
    "bf16+entropy, none, 1",
    "zstd, none, 0.3",
    "bytes, none, 1",
    "deflate, none, 0.3",
    "csr8, none, 0.003",
    "csr, none, 0.12"
  })
  void readsAndWritesTheSame(String id, String setting, double density) throws IOException {
    var codec = Codecs.byId(id);
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(30, 56), density, 21);
    weights.values()[77] = Float.intBitsToFloat(0xffc01234);
    weights.values()[78] = 1e5f;
    var settings = new CodecSettings(Setting.parse(setting), Effort.BALANCED);
    byte[] stream = codec.encode(weights, settings, Progress.none()).bytes();
    byte[] hash = hash(codec.decode(stream, 1, weights.shape(), Progress.none()));
    byte[] written = new ByteWriter().bytes(hash).bytes(stream).toBytes();
    var name = (id + "-" + setting).replaceAll("[^a-z0-9]", "-") + ".golden";
    var fresh = Path.of("target", "golden", "even-exact", name);
    Files.createDirectories(fresh.getParent());
    Files.write(fresh, written);
    try (var in = EvenAndExactGoldenTest.class.getResourceAsStream("/golden/even-exact/" + name)) {
      assertNotNull(in, fresh.toString());
      var golden = new ByteReader(in.readAllBytes());
      byte[] decoded = golden.bytes(32);
      byte[] frozen = golden.rest();
      assertArrayEquals(
          decoded,
          hash(codec.decode(frozen, 1, weights.shape(), Progress.none())),
          "other weights than before");
      // an encoder may improve within a version; when it does, only this file's stream is renewed
      assertArrayEquals(frozen, stream, "this build writes another stream");
    }
  }

  private static byte[] hash(Tensor decoded) {
    var bytes = ByteBuffer.allocate(Float.BYTES * decoded.size());
    for (float value : decoded.values()) {
      bytes.putInt(Float.floatToRawIntBits(value));
    }
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes.array());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
