package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * The SHA-256 of bytes that nobody changes any more. It is taken when it is asked for: of a large
 * model it takes longer than all else, and can be computed beside it.
 */
final class Sha256 {
  private static final int PERIOD_MILLIS = 20;

  /** Bytes between two questions whether the digest is still wanted. */
  private static final int CHUNK = 4 << 20;

  private final List<Consumer<MessageDigest>> parts = new ArrayList<>();
  private volatile boolean stopped;

  Sha256 add(byte[] bytes) {
    parts.add(digest -> update(digest, ByteBuffer.wrap(bytes)));
    return this;
  }

  Sha256 add(ByteString bytes) {
    parts.add(digest -> update(digest, bytes.asReadOnlyByteBuffer()));
    return this;
  }

  Sha256 add(MemorySegment bytes) {
    parts.add(digest -> update(digest, bytes.asByteBuffer()));
    return this;
  }

  private void update(MessageDigest digest, ByteBuffer bytes) {
    try {
      int end = bytes.limit();
      for (int at = 0; at < end && !stopped; at += Math.min(CHUNK, end - at)) {
        digest.update(bytes.limit(at + Math.min(CHUNK, end - at)));
      }
    } catch (InternalError e) {
      throw new Fault("A file of the model became shorter while it was read; try again.", e);
    }
  }

  /** Adds the bytes that a file of the model would have. */
  Sha256 add(ModelProto model) {
    parts.add(
        digest -> {
          try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            model.writeTo(out);
          } catch (IOException e) {
            throw new AssertionError("writing nowhere", e);
          }
        });
    return this;
  }

  /** Ends a computation under way, soon and with a digest of nothing in particular. */
  void stop() {
    stopped = true;
  }

  /** The digest of everything added, hexadecimal. */
  String hex() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      parts.forEach(part -> part.accept(digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Begins to compute the digest of everything added, beside what the calling thread does. */
  Future<String> begin() {
    return WorkPool.begin(this::hex);
  }

  /** The result of {@link #begin}, for as long as it is wanted. */
  static String await(Future<String> hex, Progress progress) {
    while (true) {
      progress.check();
      try {
        return hex.get(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        // ask again whether it is wanted
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CompletionException(e);
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case Fault fault -> throw fault;
          case Error error -> throw error;
          case null, default -> throw new CompletionException(e);
        }
      }
    }
  }
}
