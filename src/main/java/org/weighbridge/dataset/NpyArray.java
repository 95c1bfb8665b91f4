package org.weighbridge.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weighbridge.fault.Fault;

/**
 * One array of a NumPy file, in the <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NPY format</a>,
 * versions 1 to 3: C order, integers of 1 to 8 bytes and floats of 4 or 8.
 *
 * @param where the file and the array in it, for messages
 * @param dims the dimensions, the number of samples first
 * @param kind {@code u} unsigned, {@code i} signed, {@code f} floating
 * @param itemBytes bytes of one element
 * @param data the elements in the file's byte order
 */
@SuppressWarnings("ArrayRecordComponent") // passed on within the room
record NpyArray(String where, int[] dims, char kind, int itemBytes, ByteBuffer data) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_HEADER = 1 << 16;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([uif])([1248])'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\s]*)\\)");

  /**
   * Reads an array.
   *
   * @param possible how many bytes the stream can hold at most
   * @throws Fault when it is not such an array or its length is not what its header asks for
   */
  static NpyArray read(Path file, String where, InputStream in, long possible) throws IOException {
    String header = header(where, in);
    Matcher descr = find(DESCR, header, where, "element type (u1, i1 to i8, f4 or f8 are read)");
    if (find(ORDER, header, where, "order").group(1).equals("True")) {
      throw new Fault(where + " is in Fortran order: save it with numpy.ascontiguousarray.");
    }
    int[] dims = dims(find(SHAPE, header, where, "shape").group(1), where);
    char kind = descr.group(2).charAt(0);
    int itemBytes = descr.group(3).charAt(0) - '0';
    if (kind == 'f' && itemBytes < 4) {
      throw new Fault(where + " holds floats of " + itemBytes + " bytes: save float32 instead.");
    }
    long bytes = Arrays.stream(dims).mapToLong(d -> d).reduce(itemBytes, Math::multiplyExact);
    if (bytes > possible) {
      throw DataFile.truncated(file, bytes - possible);
    }
    DataFile.checkMemory(file, bytes * (kind == 'u' && itemBytes == 1 ? 1 : 2));
    byte[] data = new byte[(int) bytes];
    int read = in.readNBytes(data, 0, data.length);
    if (read < bytes) {
      throw DataFile.truncated(file, bytes - read);
    }
    if (in.read() >= 0) {
      throw new Fault(where + " is damaged: it goes on after what its header declares.");
    }
    var order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyArray(where, dims, kind, itemBytes, ByteBuffer.wrap(data).order(order));
  }

  int samples() {
    return dims[0];
  }

  /** The number of elements. */
  int size() {
    return data.capacity() / itemBytes;
  }

  boolean unsignedBytes() {
    return kind == 'u' && itemBytes == 1;
  }

  boolean integers() {
    return kind != 'f';
  }

  /** An element as a float: exact for integers up to 2^24, rounded for larger ones and doubles. */
  float value(int i) {
    if (kind == 'f') {
      return itemBytes == 4 ? data.getFloat(4 * i) : (float) data.getDouble(8 * i);
    }
    return (float) integer(i);
  }

  /** An element as an integer; unsigned ones of 8 bytes wrap. */
  long integer(int i) {
    long value =
        switch (itemBytes) {
          case 1 -> data.get(i);
          case 2 -> data.getShort(2 * i);
          case 4 -> data.getInt(4 * i);
          default -> data.getLong(8 * i);
        };
    return kind == 'u' && itemBytes < 8 ? value & ((1L << (8 * itemBytes)) - 1) : value;
  }

  private static String header(String where, InputStream in) throws IOException {
    byte[] start = in.readNBytes(8);
    if (start.length < 8 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6) || start[6] < 1) {
      throw new Fault(where + " is not a NumPy array: save it with numpy.savez.");
    }
    byte[] length = in.readNBytes(start[6] == 1 ? 2 : 4);
    long bytes = 0;
    for (int i = length.length - 1; i >= 0; i--) {
      bytes = (bytes << 8) | (length[i] & 0xff);
    }
    if (bytes > MAX_HEADER) {
      throw new Fault(where + " is damaged: its header would be " + bytes + " bytes long.");
    }
    return new String(in.readNBytes((int) bytes), StandardCharsets.ISO_8859_1);
  }

  private static Matcher find(Pattern pattern, String header, String where, String what) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new Fault(where + " cannot be read: its header names no usable " + what + ".");
    }
    return matcher;
  }

  private static int[] dims(String list, String where) {
    List<String> texts = Pattern.compile(",").splitAsStream(list).map(String::strip).toList();
    int[] dims = new int[texts.size()];
    long size = 1;
    for (int i = 0; i < dims.length; i++) {
      String text = texts.get(i);
      long dim = text.matches("[0-9]{1,10}") ? Long.parseLong(text) : 0;
      size *= dim;
      if (dim < 1 || size > Integer.MAX_VALUE - 8) {
        throw new Fault(where + " has no samples or too many values: its shape is (" + list + ").");
      }
      dims[i] = (int) dim;
    }
    return dims;
  }
}
