package org.weighbridge.checkpoint.coding;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.weighbridge.checkpoint.ElementType;
import org.weighbridge.checkpoint.MappedCheckpoint;
import org.weighbridge.container.stream.Piece;
import org.weighbridge.container.stream.PlannedTensor;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** A piece of a source: bytes that are mapped into memory, weights where it is of a tensor. */
record Block(Piece piece, MemorySegment bytes) {
  static Block of(Piece piece, MappedCheckpoint source) {
    return new Block(piece, source.file(piece.file()).asSlice(piece.offset(), piece.length()));
  }

  ByteBuffer buffer() {
    return bytes.asByteBuffer();
  }

  /** CRC-32C of the bytes. */
  int checksum() {
    var checksum = new CRC32C();
    checksum.update(buffer());
    return (int) checksum.getValue();
  }

  byte[] copy() {
    byte[] copy = new byte[piece.length()];
    buffer().get(copy);
    return copy;
  }

  Tensor weights(PlannedTensor tensor) {
    ElementType type = Written.type(tensor.type());
    return new Tensor(shape(piece), type.read(bytes, 0, piece.weights()));
  }

  static Shape shape(Piece piece) {
    return Shape.of(piece.rows(), piece.columns());
  }
}
