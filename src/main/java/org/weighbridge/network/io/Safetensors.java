package org.weighbridge.network.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells safetensors, which hold weights and no graph, from models. */
public final class Safetensors {
  /** How names of files and of indices of shards end. */
  public static final String FILE = ".safetensors";

  public static final String INDEX = ".safetensors.index.json";

  /** How long a header may be (huggingface/safetensors, README, Format). */
  public static final long LONGEST_HEADER = 100_000_000;

  static final String NO_GRAPH =
      "it holds weights without a graph, so it can only be inspected, encoded, decoded and verified"
          + " on the command line; for all else export the model to ONNX";

  private static final int LENGTH = 8;

  private Safetensors() {}

  /**
   * Whether this is a file of that content or name, an index of shards, or a folder of either. What
   * cannot be read is not.
   */
  public static boolean is(Path path) {
    if (Files.isDirectory(path)) {
      try (var files = Files.list(path)) {
        return files.anyMatch(Safetensors::isNamed);
      } catch (IOException e) {
        return false;
      }
    }
    return Files.isRegularFile(path) && (isNamed(path) || begins(path));
  }

  private static boolean isNamed(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(FILE) || name.endsWith(INDEX);
  }

  /** A plausible length of a header, then an object of JSON. */
  private static boolean begins(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(LENGTH + 2);
      if (start.length < LENGTH + 2) {
        return false;
      }
      long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
      return length >= 2
          && length <= LONGEST_HEADER
          && start[LENGTH] == '{'
          && "\"} \t\r\n".indexOf(start[LENGTH + 1]) >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
