package org.weighbridge.codec.lossless;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.job.Progress;

/**
 * A section of {@link LosslessRace#MIXED} that is too large to be held: packed once to know its
 * size and checksum, and again when it is written. Of the back ends only the first and the fastest
 * take part.
 */
public final class StreamedSection implements Section {
  private static final int STORE = 0;
  private static final int ZSTD = 2;

  private final Raw raw;
  private final boolean stored;
  private final long size;
  private final int checksum;

  /** Packs {@code raw} for the first time. */
  public StreamedSection(Raw raw, Progress progress) {
    this.raw = raw;
    var plain = new Counted();
    var packed = new Counted();
    try {
      plain.write(head(STORE));
      packed.write(head(ZSTD));
      try (var zstd = new ZstdOutput(raw.size(), packed, progress)) {
        raw.writeTo(
            new OutputStream() {
              @Override
              public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
              }

              @Override
              public void write(byte[] bytes, int from, int count) throws IOException {
                plain.write(bytes, from, count);
                zstd.write(bytes, from, count);
              }
            });
      }
    } catch (IOException e) {
      throw new AssertionError("writing nowhere", e);
    }
    stored = plain.size <= packed.size || !Expansion.plausible(raw.size(), packed.size);
    size = stored ? plain.size : packed.size;
    checksum = (int) (stored ? plain : packed).getChecksum().getValue();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int checksum() {
    return checksum;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(head(stored ? STORE : ZSTD));
    if (stored) {
      raw.writeTo(out);
      return;
    }
    try (var zstd = new ZstdOutput(raw.size(), out, Progress.none())) {
      raw.writeTo(zstd);
    }
  }

  private byte[] head(int method) {
    var head = new ByteWriter().u8(method);
    return (method == STORE ? head : head.varint(raw.size())).toBytes();
  }

  private static final class Counted extends CheckedOutputStream {
    private long size;

    Counted() {
      super(OutputStream.nullOutputStream(), new CRC32C());
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      super.write(bytes, from, count);
      size += count;
    }
  }
}
