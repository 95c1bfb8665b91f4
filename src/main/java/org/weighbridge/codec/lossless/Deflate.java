package org.weighbridge.codec.lossless;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;

/** Deflate (RFC 1951), bare: no zlib or gzip header. */
public record Deflate() implements Lossless {
  @Override
  public String name() {
    return "deflate";
  }

  @Override
  public byte[] compress(byte[] raw, Effort effort, Progress progress) {
    try (var deflater = new Deflater(effort == Effort.FAST ? 1 : 9, true)) {
      deflater.setInput(raw);
      deflater.finish();
      var packed = new ByteArrayOutputStream();
      byte[] piece = new byte[1 << 14];
      while (!deflater.finished()) {
        progress.check();
        packed.write(piece, 0, deflater.deflate(piece));
      }
      return packed.toByteArray();
    }
  }

  @Override
  public byte[] decompress(byte[] packed, int rawSize) {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(packed);
      var raw = new GrowingBytes(rawSize);
      while (!raw.full()) {
        int more = inflater.inflate(raw.room(), raw.size(), raw.free());
        if (more == 0) {
          throw new MalformedStreamException(0, "the deflated data is cut off");
        }
        raw.filled(more);
      }
      boolean complete = inflater.inflate(new byte[1]) == 0 && inflater.finished();
      if (!complete || inflater.getRemaining() > 0) {
        throw new MalformedStreamException(0, "the deflated data does not end where it should");
      }
      return raw.toBytes();
    } catch (DataFormatException e) {
      throw new MalformedStreamException(0, "the deflated data is invalid");
    }
  }
}
