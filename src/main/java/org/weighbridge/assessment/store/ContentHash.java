package org.weighbridge.assessment.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Block;
import org.weighbridge.tensor.Tensor;

/**
 * A SHA-256 of parts. Every part is led by its length, so that no two lists of parts are the same
 * bytes.
 */
final class ContentHash {
  /** Values hashed by one task: 4 MB. */
  private static final int CHUNK = 1 << 20;

  private static final int PIECE = 1 << 12;

  private final MessageDigest digest = sha256();

  ContentHash add(byte[] part) {
    digest.update(ByteBuffer.allocate(8).putLong(part.length).array());
    digest.update(part);
    return this;
  }

  ContentHash add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  ContentHash add(long part) {
    return add(ByteBuffer.allocate(8).putLong(part).array());
  }

  /**
   * Adds the bits of the values: chunks are hashed in parallel and their hashes hashed, which makes
   * a layer of 400 MB a matter of a moment.
   */
  ContentHash add(Tensor values, Progress progress) {
    add(values.size());
    var hashes = new byte[Math.ceilDiv(values.size(), CHUNK)][];
    WorkPool.forEach(
        hashes.length,
        chunk -> {
          progress.check();
          int from = chunk * CHUNK;
          hashes[chunk] = hash(values.block(from, Math.min(CHUNK, values.size() - from)));
        });
    for (byte[] hash : hashes) {
      add(hash);
    }
    return this;
  }

  /** The hash of everything added, hexadecimal; ends the run. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] hash(Block block) {
    var digest = sha256();
    var piece = ByteBuffer.allocate(4 * PIECE);
    var floats = piece.asFloatBuffer();
    for (int at = block.begin(); at < block.end(); at += PIECE) {
      int length = Math.min(PIECE, block.end() - at);
      floats.clear().put(block.values(), at, length);
      digest.update(piece.array(), 0, 4 * length);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
