package org.weighbridge.dataset;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;

/**
 * A data file read from its start to its end, unpacked on the way when its content is gzip.
 *
 * <p>It allocates nothing before the file's length says that the declared amount can be there:
 * deflate packs at most 1032 bytes into one.
 */
final class DataFile implements AutoCloseable {
  static final long MAX_DEFLATE_RATIO = 1032;

  private final Path path;
  private final InputStream in;
  private final boolean gzip;
  private final long fileBytes;
  private long position;

  private DataFile(Path path, InputStream in, boolean gzip, long fileBytes) {
    this.path = path;
    this.in = in;
    this.gzip = gzip;
    this.fileBytes = fileBytes;
  }

  /**
   * Opens a file.
   *
   * @throws Fault when it is missing, not a file, or its gzip header is broken
   */
  static DataFile open(Path path) {
    if (!Files.exists(path)) {
      throw new Fault("Cannot read " + path + ": there is no such file; check the name.");
    }
    if (!Files.isRegularFile(path)) {
      throw new Fault("Cannot read " + path + ": it is not a file.");
    }
    try {
      long fileBytes = Files.size(path);
      boolean gzip = isGzip(path);
      var raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      try {
        return new DataFile(path, gzip ? new GZIPInputStream(raw, 1 << 16) : raw, gzip, fileBytes);
      } catch (IOException e) {
        raw.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** The first bytes of the content of a file, at most {@code count}, fewer when it is shorter. */
  static byte[] head(Path path, int count) {
    try (DataFile file = open(path)) {
      return file.in.readNBytes(count);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** The content's length: the file's, or for gzip what its trailer declares (modulo 2^32). */
  long declaredLength() {
    if (!gzip) {
      return fileBytes;
    }
    try (FileChannel channel = FileChannel.open(path)) {
      var trailer = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(trailer, Math.max(0, fileBytes - 4));
      return Integer.toUnsignedLong(trailer.getInt(0));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** The next {@code count} bytes, few of them: a header. */
  byte[] header(int count) {
    try {
      byte[] bytes = in.readNBytes(count);
      position += bytes.length;
      if (bytes.length < count) {
        throw truncated(path, count - bytes.length);
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * The rest of the file, which must be exactly {@code length} bytes.
   *
   * @throws Fault when it is shorter, longer or too long for the memory
   */
  byte[] rest(long length) {
    long possible = gzip ? fileBytes * MAX_DEFLATE_RATIO : fileBytes - position;
    if (length > possible) {
      throw truncated(path, length - possible);
    }
    checkMemory(path, length);
    try {
      byte[] bytes = new byte[(int) length];
      int read = in.readNBytes(bytes, 0, bytes.length);
      if (read < length) {
        throw truncated(path, length - read);
      }
      if (in.read() >= 0) {
        throw new Fault(
            "%s is damaged: it goes on after the %d bytes that its header declares; fetch it again."
                .formatted(path, position + length));
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Refuses what would not fit half of the heap. */
  static void checkMemory(Path path, long bytes) {
    long limit = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 2);
    if (bytes > limit) {
      throw new Fault(
          "%s declares %d MB of samples, more than the %d MB that fit here; split it or give Java more memory (-Xmx)."
              .formatted(path, bytes >> 20, limit >> 20));
    }
  }

  static Fault truncated(Path path, long missing) {
    return new Fault(
        "%s is truncated: at least %d bytes that its header declares are missing; fetch it again."
            .formatted(path, missing));
  }

  static Fault unreadable(Path path, IOException e) {
    if (e instanceof EOFException) {
      return new Fault(path + " is truncated: its packed data end early; fetch it again.", e);
    }
    if (e instanceof ZipException) {
      return new Fault(
          "%s is damaged: it cannot be unpacked (%s); fetch it again."
              .formatted(path, e.getMessage()),
          e);
    }
    return new Fault("Cannot read " + path + ": " + AtomicFile.reason(e) + ".", e);
  }

  private static boolean isGzip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
