package org.weighbridge.container;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.file.InputFile;

/** Where the bytes of a file come from: any part of it, without the others. */
public interface Source extends Closeable {
  /** What is read into the heap goes through memory outside of it, which the JDK keeps. */
  int SLICE = 1 << 20;

  long size();

  /** Fills {@code into} with the bytes from {@code at} on; they are there. */
  void fill(byte[] into, long at) throws IOException;

  @Override
  default void close() throws IOException {}

  /**
   * Bytes {@code at} to {@code at + length - 1}; no memory is taken for what is not there.
   *
   * @throws MalformedStreamException when the file ends before
   */
  default byte[] bytes(long at, int length) throws IOException {
    if (length > size() - at) {
      throw new MalformedStreamException(
          Math.min(at, size()),
          "%d bytes expected, %d left; the data is cut off"
              .formatted(length, Math.max(0, size() - at)));
    }
    byte[] bytes = new byte[length];
    fill(bytes, at);
    return bytes;
  }

  /** A file in memory. */
  static Source of(byte[] content) {
    return new Source() {
      @Override
      public long size() {
        return content.length;
      }

      @Override
      public void fill(byte[] into, long at) {
        System.arraycopy(content, (int) at, into, 0, into.length);
      }
    };
  }

  /** A file on disk, read where it is asked for. */
  static Source open(Path file) throws IOException {
    InputFile.check(file);
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return of(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** A file that is open; closed with this. */
  static Source of(FileChannel channel) throws IOException {
    long size = channel.size();
    return new Source() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public void fill(byte[] into, long at) throws IOException {
        for (int from = 0; from < into.length; from += SLICE) {
          var rest = ByteBuffer.wrap(into, from, Math.min(SLICE, into.length - from));
          while (rest.hasRemaining()) {
            if (channel.read(rest, at + rest.position()) < 0) {
              throw new MalformedStreamException(at + rest.position(), "the file became shorter");
            }
          }
        }
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
