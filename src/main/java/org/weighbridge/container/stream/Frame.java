package org.weighbridge.container.stream;

import java.io.IOException;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.container.Source;
import org.weighbridge.container.Wbz;

/**
 * A record as it lies in the file: kind (u8), sizes of head and body (u32 each), checksum of the
 * body, head, checksum of all that up to here, body.
 *
 * @param kind what it holds
 * @param head checked against its checksum
 * @param body where the body begins
 * @param bodySize its size
 * @param bodyChecksum its CRC-32C
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never written to
record Frame(int kind, byte[] head, long body, int bodySize, int bodyChecksum) {
  static final int PLAN = 1;
  static final int CARRIED = 2;
  static final int CODED = 3;
  static final int END = 4;

  private static final int START = 1 + 3 * Integer.BYTES;
  private static final int MAX_HEAD = 1 << 17;

  /** Bytes of a record beside its head and body. */
  static final int OVERHEAD = START + Integer.BYTES;

  /** The bytes of a record. */
  static byte[] of(int kind, byte[] head, byte[] body) {
    var start = new ByteWriter().u8(kind).u32(head.length).u32(body.length);
    start.u32(Wbz.checksum(body)).bytes(head);
    int checksum = Wbz.checksum(start.toBytes());
    return start.u32(checksum).bytes(body).toBytes();
  }

  /**
   * Reads all of a record but its body, which is known to lie within the file.
   *
   * @throws MalformedStreamException when there is no whole record
   */
  static Frame read(Source source, long at) throws IOException {
    var start = new ByteReader(source.bytes(at, START));
    int kind = start.u8();
    int headSize = start.u32();
    int bodySize = start.u32();
    int bodyChecksum = start.u32();
    if (headSize < 0 || headSize > MAX_HEAD || bodySize < 0) {
      throw new MalformedStreamException(at, "no record has such a size");
    }
    byte[] bytes = source.bytes(at, START + headSize);
    int checksum = new ByteReader(source.bytes(at + bytes.length, Integer.BYTES)).u32();
    if (Wbz.checksum(bytes) != checksum) {
      throw new MalformedStreamException(at, "the head of a record does not match its checksum");
    }
    var in = new ByteReader(bytes);
    in.bytes(START);
    var frame =
        new Frame(kind, in.rest(), at + bytes.length + Integer.BYTES, bodySize, bodyChecksum);
    if (frame.end() > source.size()) {
      throw new MalformedStreamException(source.size(), "a record is cut off");
    }
    return frame;
  }

  /** Where the next record begins. */
  long end() {
    return body + bodySize;
  }

  /**
   * The body.
   *
   * @throws MalformedStreamException when it does not match its checksum
   */
  byte[] body(Source source) throws IOException {
    byte[] bytes = source.bytes(body, bodySize);
    if (Wbz.checksum(bytes) != bodyChecksum) {
      throw new MalformedStreamException(body, "a record does not match its checksum");
    }
    return bytes;
  }

  /** The same, which has to be of a kind. */
  Frame require(int wanted) {
    if (kind != wanted) {
      throw new MalformedStreamException(body, "a record is of kind " + kind + ", not " + wanted);
    }
    return this;
  }
}
