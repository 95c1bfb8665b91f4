package org.weighbridge.container.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.fault.Fault;

/**
 * What a file of version 2 holds and how it was made, said before any of it. Two plans with the
 * same bytes lead to the same file from the same source: a part-written file goes on under the same
 * plan only.
 *
 * @param producer the program that wrote it and its version
 * @param name of the checkpoint, for people
 * @param format of the checkpoint, for people
 * @param coding what decides the bytes beside the tensors' settings, for people
 * @param block the most weights of a block, 1 to {@link #MAX_BLOCK}
 * @param files the files, their names unique and safe
 * @param tensors the coded tensors, by file and offset, none overlapping another
 */
public record StreamPlan(
    String producer,
    String name,
    String format,
    String coding,
    int block,
    List<PlannedFile> files,
    List<PlannedTensor> tensors) {
  /** No reader has to hold more weights than this of a tensor at once. */
  public static final int MAX_BLOCK = 1 << 24;

  private static final int MAX_STRING = 1 << 16;
  private static final int MAX_RANK = 32;

  /**
   * Holds a plan to what every reader relies on.
   *
   * @throws Fault when files' names are unsafe, or tensors overlap or lie outside their files
   */
  public StreamPlan {
    files = List.copyOf(files);
    tensors = List.copyOf(tensors);
    if (block < 1 || block > MAX_BLOCK) {
      throw new Fault("a block of " + block + " weights");
    }
    FileNames.wrong(files.stream().map(PlannedFile::name).toList())
        .ifPresent(
            how -> {
              throw new Fault(how);
            });
    requireOrder(files, tensors);
  }

  private static void requireOrder(List<PlannedFile> files, List<PlannedTensor> tensors) {
    var names = new HashSet<String>();
    int file = 0;
    long at = 0;
    for (var tensor : tensors) {
      if (!names.add(tensor.name())) {
        throw new Fault("two tensors are called " + tensor.name());
      }
      at = tensor.file() == file ? at : 0;
      if (tensor.file() < file || tensor.file() >= files.size() || tensor.offset() < at) {
        throw new Fault("the tensor %s overlaps another".formatted(tensor.name()));
      }
      file = tensor.file();
      at = end(tensor);
      if (at > files.get(file).size()) {
        throw new Fault("the tensor %s lies outside its file".formatted(tensor.name()));
      }
    }
  }

  private static long end(PlannedTensor tensor) {
    try {
      return tensor.columns() < 0 ? 0 : tensor.end(); // columns() counts what size() may not: 0 × …
    } catch (ArithmeticException e) {
      throw new Fault("the tensor %s is too large to be".formatted(tensor.name()), e);
    }
  }

  /** Bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(PlannedFile::size).reduce(0, Math::addExact);
  }

  byte[] toBytes() {
    var out = new ByteWriter().string(producer).string(name).string(format).string(coding);
    out.varint(block).varint(files.size());
    for (var file : files) {
      out.string(file.name()).varint(file.size());
    }
    out.varint(tensors.size());
    for (var tensor : tensors) {
      out.string(tensor.name()).u8(tensor.type()).varint(tensor.file()).varint(tensor.offset());
      out.u8(tensor.dims().size());
      tensor.dims().forEach(out::varint);
      out.string(tensor.codec()).string(tensor.setting());
    }
    return out.toBytes();
  }

  /**
   * Reads a plan and trusts nothing in it.
   *
   * @throws MalformedStreamException when it is none
   */
  static StreamPlan read(ByteReader in) {
    String producer = in.string(MAX_STRING);
    String name = in.string(MAX_STRING);
    String format = in.string(MAX_STRING);
    String coding = in.string(MAX_STRING);
    int block = in.count(MAX_BLOCK);
    var files = new ArrayList<PlannedFile>();
    for (int left = in.count(in.remaining()); left > 0; left--) {
      files.add(new PlannedFile(in.string(MAX_STRING), in.varint(Long.MAX_VALUE)));
    }
    var tensors = new ArrayList<PlannedTensor>();
    for (int left = in.count(in.remaining()); left > 0; left--) {
      tensors.add(tensor(in));
    }
    in.end();
    try {
      var plan = new StreamPlan(producer, name, format, coding, block, files, tensors);
      plan.bytes();
      return plan;
    } catch (Fault e) {
      throw new MalformedStreamException(in.offset(), e.sentence());
    } catch (ArithmeticException e) {
      throw new MalformedStreamException(in.offset(), "the files are too large to be");
    }
  }

  private static PlannedTensor tensor(ByteReader in) {
    String name = in.string(MAX_STRING);
    int start = in.offset();
    int type = in.u8();
    if (type >= PlannedTensor.TYPES) {
      throw new MalformedStreamException(start, "no kind of numbers is " + type);
    }
    int file = in.count(Integer.MAX_VALUE);
    long offset = in.varint(Long.MAX_VALUE);
    var dims = new ArrayList<Long>();
    for (int left = in.count(MAX_RANK); left > 0; left--) {
      dims.add(in.varint(Long.MAX_VALUE));
    }
    return new PlannedTensor(
        name, type, file, offset, dims, in.string(MAX_STRING), in.string(MAX_STRING));
  }
}
