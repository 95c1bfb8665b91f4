package org.weighbridge.assessment.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of lines that only grows. A line is appended by one write, which several processes can do
 * at once; one that was torn is ended by the line break in front of the next.
 */
final class LineFile {
  /** More than a thousand layers need; a file beyond it is not ours. */
  private static final long LARGEST = 16 << 20;

  private final Path path;

  LineFile(Path path) {
    this.path = path;
  }

  /** All lines, whole or not; none when there is no such file. */
  List<String> lines() throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
      return List.of();
    }
    try (var in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes((int) LARGEST);
      return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    }
  }

  void append(String line) throws IOException {
    var bytes = ByteBuffer.wrap(("\n" + line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    Files.createDirectories(path.getParent());
    try (var channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      if (channel.size() + bytes.remaining() <= LARGEST) {
        channel.write(bytes);
      }
    }
  }
}
