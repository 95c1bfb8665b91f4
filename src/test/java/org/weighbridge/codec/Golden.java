package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * A stream as it was written when its version was frozen: it must decode to the same floats for
 * ever. Rows and columns, SHA-256 of the decoded floats' bits (highest byte first), the stream.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Golden(Shape shape, byte[] decoded, byte[] stream) {
  /**
   * Holds a codec to the stream {@code golden/v1/NAME.golden} among the resources. What this build
   * writes is left in {@code target/golden/v1}.
   */
  public static void check(String name, LayerCodec codec, Tensor weights, CodecSettings settings)
      throws IOException {
    var encoded = codec.encode(weights, settings, Progress.none());
    byte[] written = of(codec.decode(encoded, Progress.none()), encoded.bytes()).toBytes();
    var fresh = Path.of("target", "golden", "v1", name + ".golden");
    Files.createDirectories(fresh.getParent());
    Files.write(fresh, written);
    try (var in = Golden.class.getResourceAsStream("/golden/v1/" + fresh.getFileName())) {
      assertNotNull(in, fresh.toString());
      byte[] frozen = in.readAllBytes();
      var golden = of(frozen);
      var decoded = codec.decode(golden.stream(), 1, golden.shape(), Progress.none());
      assertArrayEquals(golden.decoded(), hash(decoded), "other weights than before");
      // an encoder may improve within a version; when it does, only this file's stream is renewed
      assertArrayEquals(frozen, written, "this build writes another stream");
    }
  }

  private static Golden of(Tensor decoded, byte[] stream) {
    return new Golden(decoded.shape(), hash(decoded), stream);
  }

  private static byte[] hash(Tensor decoded) {
    var bytes = ByteBuffer.allocate(4 * decoded.size());
    for (float value : decoded.values()) {
      bytes.putInt(Float.floatToRawIntBits(value));
    }
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes.array());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] toBytes() {
    var out = new ByteWriter().varint(shape.rows()).varint(shape.columns());
    return out.bytes(decoded).bytes(stream).toBytes();
  }

  private static Golden of(byte[] bytes) {
    var in = new ByteReader(bytes);
    var shape = Shape.of(in.count(1 << 20), in.count(1 << 20));
    return new Golden(shape, in.bytes(32), in.rest());
  }
}
