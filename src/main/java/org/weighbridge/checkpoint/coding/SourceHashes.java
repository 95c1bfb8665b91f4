package org.weighbridge.checkpoint.coding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** SHA-256 of every file of a source, whose blocks come in order. */
final class SourceHashes {
  private final List<MessageDigest> digests = new ArrayList<>();

  SourceHashes(int files) {
    for (int i = 0; i < files; i++) {
      digests.add(sha256());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  void add(Block block) {
    digests.get(block.piece().file()).update(block.buffer());
  }

  List<byte[]> finish() {
    return digests.stream().map(MessageDigest::digest).toList();
  }
}
