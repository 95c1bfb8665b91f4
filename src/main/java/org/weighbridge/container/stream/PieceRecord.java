package org.weighbridge.container.stream;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;

/** What the file says of one piece. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never written to
public sealed interface PieceRecord {
  /** Which piece. */
  int piece();

  /** CRC-32C of the piece's bytes in the source. */
  int source();

  /** The bytes that it is decoded from. */
  byte[] body();

  /** The same without its body, for what reads heads only. */
  PieceRecord withoutBody();

  /**
   * Bytes that come back as they were.
   *
   * @param body as {@link Carriage} packs them
   */
  record Carried(int piece, int source, byte[] body) implements PieceRecord {
    @Override
    public PieceRecord withoutBody() {
      return new Carried(piece, source, new byte[0]);
    }
  }

  /**
   * Weights that a codec wrote.
   *
   * @param result CRC-32C of the bytes that they decode to
   * @param codec the family of the codec
   * @param version of the stream
   * @param bound no number of the decoded file is farther from its original
   * @param maxError how far the farthest is
   * @param body the codec's stream
   */
  record Coded(
      int piece,
      int source,
      int result,
      String codec,
      int version,
      double bound,
      double maxError,
      byte[] body)
      implements PieceRecord {
    @Override
    public PieceRecord withoutBody() {
      return new Coded(piece, source, result, codec, version, bound, maxError, new byte[0]);
    }
  }

  /** The record as it lies in a file. */
  default byte[] toBytes() {
    var head = new ByteWriter().varint(piece()).u32(source());
    return switch (this) {
      case Carried carried -> Frame.of(Frame.CARRIED, head.toBytes(), carried.body());
      case Coded coded -> {
        head.u32(coded.result()).string(coded.codec()).varint(coded.version());
        head.positive(coded.bound()).u64(Double.doubleToRawLongBits(coded.maxError()));
        yield Frame.of(Frame.CODED, head.toBytes(), coded.body());
      }
    };
  }

  /**
   * Reads a head.
   *
   * @throws MalformedStreamException when it is none of a piece
   */
  static PieceRecord of(Frame frame, byte[] body) {
    var in = new ByteReader(frame.head());
    int piece = in.count(Integer.MAX_VALUE);
    int source = in.u32();
    PieceRecord record =
        switch (frame.kind()) {
          case Frame.CARRIED -> new Carried(piece, source, body);
          case Frame.CODED ->
              new Coded(
                  piece,
                  source,
                  in.u32(),
                  in.string(1 << 16),
                  in.count(Integer.MAX_VALUE),
                  in.positive(),
                  Double.longBitsToDouble(in.u64()),
                  body);
          default ->
              throw new MalformedStreamException(
                  frame.body(), "a record of kind " + frame.kind() + " stands among the pieces");
        };
    in.end();
    return record;
  }
}
