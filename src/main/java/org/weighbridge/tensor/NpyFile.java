package org.weighbridge.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;

/**
 * Writes tensors for NumPy, in the <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NPY format</a>,
 * version 1: little-endian float32 in C order.
 */
public final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final int PIECE = 1 << 14;

  private NpyFile() {}

  /**
   * Writes a tensor.
   *
   * @throws Fault when the file cannot be written
   */
  public static void write(Tensor tensor, Path file) {
    AtomicFile.write(
        file,
        out -> {
          writeHeader(tensor.shape(), out);
          writeValues(tensor.values(), out);
        });
  }

  /** Takes values in order. */
  @FunctionalInterface
  public interface Sink {
    void write(float[] values) throws IOException;
  }

  /** Gives values in order, some at a time. */
  @FunctionalInterface
  public interface Values {
    void writeTo(Sink sink) throws IOException;
  }

  /**
   * Writes a tensor that need not be in memory.
   *
   * @param dims its dimensions, outermost first
   * @throws Fault when the file cannot be written
   */
  public static void write(List<Long> dims, Path file, Values values) {
    AtomicFile.write(
        file,
        out -> {
          writeHeader(dims, out);
          values.writeTo(part -> writeValues(part, out));
        });
  }

  private static void writeHeader(Shape shape, OutputStream out) throws IOException {
    writeHeader(Arrays.stream(shape.dims()).mapToObj(Long::valueOf).toList(), out);
  }

  private static void writeHeader(List<Long> shape, OutputStream out) throws IOException {
    String dims = shape.stream().map(d -> d + ",").collect(Collectors.joining());
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }".formatted(dims);
    int before = MAGIC.length + Short.BYTES;
    int size = Math.ceilDiv(before + header.length() + 1, ALIGNMENT) * ALIGNMENT - before;
    header += " ".repeat(size - 1 - header.length()) + "\n";
    out.write(MAGIC);
    out.write(size);
    out.write(size >>> 8);
    out.write(header.getBytes(StandardCharsets.US_ASCII));
  }

  private static void writeValues(float[] values, OutputStream out) throws IOException {
    var piece = ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += PIECE) {
      int count = Math.min(PIECE, values.length - from);
      piece.asFloatBuffer().put(values, from, count);
      out.write(piece.array(), 0, count * Float.BYTES);
    }
  }
}
