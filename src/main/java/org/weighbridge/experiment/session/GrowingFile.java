package org.weighbridge.experiment.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Predicate;
import org.weighbridge.fault.Fault;

/**
 * A file of lines to which threads and processes append at once. A line is on the disk when {@link
 * #append} returns; one that a kill cut off is taken away by the next.
 */
final class GrowingFile {
  private static final int BLOCK = 1 << 16;

  /** Locks of files are of the process: its threads wait here. */
  private static final Object APPENDING = new Object();

  private final Path file;
  private final byte[] beginning;
  private final Predicate<byte[]> whole;

  /**
   * A file that may not be there yet.
   *
   * @param beginning of every line; what begins otherwise is another file and left alone
   * @param whole whether a last line without a line break lacks nothing else
   */
  GrowingFile(Path file, byte[] beginning, Predicate<byte[]> whole) {
    this.file = file;
    this.beginning = beginning;
    this.whole = whole;
  }

  /**
   * Adds a line.
   *
   * @param line without its line break
   * @throws Fault when the file is another one
   */
  void append(byte[] line) throws IOException {
    var bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
    synchronized (APPENDING) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        FileLock unused = channel.lock(); // until the channel is closed
        write(bytes, channel);
        channel.force(true);
      }
    }
  }

  private void write(ByteBuffer bytes, FileChannel channel) throws IOException {
    long end = end(channel);
    channel.truncate(end).position(end);
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      channel.truncate(end);
      throw e;
    }
  }

  /** Where the last whole line ends: one that lacks only its break is given it. */
  private long end(FileChannel channel) throws IOException {
    long size = channel.size();
    byte[] start = bytes(channel, 0, Math.min(size, beginning.length));
    if (!Arrays.equals(start, Arrays.copyOf(beginning, start.length))) {
      throw new Fault("%s is no log of runs: name another file.".formatted(file));
    }
    long end = lastBreak(channel) + 1;
    if (end < size && whole.test(bytes(channel, end, size))) {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
      return size + 1;
    }
    return end;
  }

  /** The position of the last line break, -1 without one. */
  private static long lastBreak(FileChannel channel) throws IOException {
    for (long to = channel.size(); to > 0; to -= Math.min(to, BLOCK)) {
      long from = Math.max(0, to - BLOCK);
      var text = new String(bytes(channel, from, to), StandardCharsets.ISO_8859_1);
      int at = text.lastIndexOf('\n');
      if (at >= 0) {
        return from + at;
      }
    }
    return -1;
  }

  private static byte[] bytes(FileChannel channel, long from, long to) throws IOException {
    var bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("it became shorter while it was read");
      }
    }
    return bytes.array();
  }
}
