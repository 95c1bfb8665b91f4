package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256 of bytes. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  Sha256 add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  Sha256 add(ByteString bytes) {
    digest.update(bytes.asReadOnlyByteBuffer());
    return this;
  }

  /** Adds the bytes that a file of the model would have. */
  Sha256 add(ModelProto model) {
    try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      model.writeTo(out);
    } catch (IOException e) {
      throw new AssertionError("writing nowhere", e);
    }
    return this;
  }

  /** The digest of everything added, hexadecimal; ends the run. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
