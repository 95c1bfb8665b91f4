package org.weighbridge.checkpoint.coding;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32C;
import org.weighbridge.checkpoint.ElementType;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.container.stream.Carriage;
import org.weighbridge.container.stream.Piece;
import org.weighbridge.container.stream.PieceRecord;
import org.weighbridge.container.stream.StreamReader;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

/** Turns pieces of a file of version 2 into what they hold. Thread-safe. */
record BlockDecoder(StreamReader file) {
  /**
   * Hands over the bytes of a piece.
   *
   * @throws Fault when they are not those that were encoded
   */
  void bytes(Piece piece, Written.Sink sink, Progress progress) throws IOException {
    switch (file.read(piece)) {
      case PieceRecord.Carried carried -> {
        byte[] bytes = bytes(piece, carried);
        sink.take(bytes, bytes.length);
      }
      case PieceRecord.Coded coded -> {
        float[] rounded = rounded(piece, coded, progress);
        if (Written.bytes(type(piece), rounded, sink) != coded.result()) {
          throw other(piece);
        }
      }
    }
  }

  /** The bytes of a piece that is carried along. */
  byte[] bytes(Piece piece, PieceRecord.Carried carried) {
    try {
      byte[] bytes = Carriage.unpack(carried.body(), piece.length());
      var checksum = new CRC32C();
      checksum.update(bytes);
      if ((int) checksum.getValue() != carried.source()) {
        throw other(piece);
      }
      return bytes;
    } catch (MalformedStreamException e) {
      throw file.damaged(piece, e.reason());
    }
  }

  /** The weights of a block as they are written. */
  float[] weights(Piece piece, Progress progress) {
    return switch (file.read(piece)) {
      case PieceRecord.Carried carried -> {
        var bytes = MemorySegment.ofArray(bytes(piece, carried));
        yield type(piece).read(bytes, 0, piece.weights());
      }
      case PieceRecord.Coded coded -> {
        float[] rounded = rounded(piece, coded, progress);
        if (Written.checksum(type(piece), rounded) != coded.result()) {
          throw other(piece);
        }
        yield rounded;
      }
    };
  }

  /** The same before it is known whether they are those that were encoded. */
  float[] rounded(Piece piece, PieceRecord.Coded coded, Progress progress) {
    try {
      var tensor =
          Codecs.byId(coded.codec())
              .decode(coded.body(), coded.version(), Block.shape(piece), progress);
      return Written.round(type(piece), tensor.values());
    } catch (MalformedStreamException e) {
      throw file.damaged(piece, e.reason());
    } catch (Fault unknown) {
      throw file.damaged(
          piece,
          "no codec here is called %s; a newer Weighbridge may know it".formatted(coded.codec()));
    }
  }

  ElementType type(Piece piece) {
    return Written.type(file.plan().tensors().get(piece.tensor()).type());
  }

  Fault other(Piece piece) {
    return file.damaged(piece, "a piece decodes to other bytes than were encoded");
  }
}
