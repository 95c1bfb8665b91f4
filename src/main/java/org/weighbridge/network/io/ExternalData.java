package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;

/**
 * Tensor data that a model keeps in files beside it (ONNX, docs/ExternalData.md). Little of it is
 * read; much of it is mapped into memory, where it takes no heap and is read when it is looked at.
 */
final class ExternalData {
  private static final long LONGEST = Integer.MAX_VALUE - 8;

  private static final Set<Integer> MAPPED_TYPES =
      Set.of(
          TensorProto.DataType.FLOAT_VALUE,
          TensorProto.DataType.FLOAT16_VALUE,
          TensorProto.DataType.BFLOAT16_VALUE,
          TensorProto.DataType.INT8_VALUE,
          TensorProto.DataType.UINT8_VALUE);

  /** Below these bytes tensors may share as they like. */
  private static final long ALWAYS_SHARED = 64L << 20;

  /** How many tensors refer to the same data on average, at most. */
  private static final long MOST_SHARED = 64;

  private final ModelFolder folder;
  private final Source source;
  private final Mapping mapping;
  private final Map<Path, MemorySegment> mapped = new HashMap<>();
  private final Map<String, MemorySegment> stored = new HashMap<>();
  private final Map<ExternalRegion, ByteString> read = new HashMap<>();

  ExternalData(Path model, Source source, Mapping mapping) {
    this.folder = new ModelFolder(model, source);
    this.source = source;
    this.mapping = mapping;
  }

  static boolean isExternal(TensorProto tensor) {
    return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
  }

  /**
   * The model with external data in it, or the same model when there is none. Where there is much,
   * large initializers are left as they are and their data is {@link #stored}.
   *
   * @param hash receives the external bytes in the order of the tensors, because models that differ
   *     only in them are different models
   * @throws org.weighbridge.fault.Fault when data is missing, too short or outside the folder
   */
  ModelProto foldInto(ModelProto model, Sha256 hash) {
    Set<TensorProto> toMap = announced(model) > mapping.mostRead() ? large(model) : Set.of();
    return TensorMap.apply(
        model,
        tensor -> {
          if (!isExternal(tensor)) {
            return tensor;
          }
          var constant = new Onnx.Constant(tensor.getName(), tensor);
          if (toMap.contains(tensor)) {
            MemorySegment data = mapped(constant);
            hash.add(data);
            stored.put(tensor.getName(), data);
            return tensor;
          }
          ByteString data = read(constant);
          hash.add(data);
          return TensorData.withoutData(tensor).toBuilder().setRawData(data).build();
        });
  }

  /** The data that was mapped, by the names of the initializers. */
  Map<String, MemorySegment> stored() {
    return stored;
  }

  /** The initializers of the main graph that are worth mapping; compared by identity. */
  private Set<TensorProto> large(ModelProto model) {
    Set<TensorProto> large = Collections.newSetFromMap(new IdentityHashMap<>());
    model.getGraph().getInitializerList().stream()
        .filter(tensor -> MAPPED_TYPES.contains(tensor.getDataType()))
        .filter(
            tensor ->
                tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b) >= mapping.leastMapped())
        .forEach(large::add);
    return large;
  }

  /**
   * How much data the tensors refer to, in bytes. Tensors may share data, as tied weights do; what
   * refers to the same few bytes again and again is meant to take time and memory.
   */
  private long announced(ModelProto model) {
    var sum = new LongAdder();
    Map<Path, Long> ends = new HashMap<>();
    TensorMap.apply(
        model,
        tensor -> {
          if (isExternal(tensor)) {
            var region = region(new Onnx.Constant(tensor.getName(), tensor));
            sum.add(region.length());
            ends.merge(region.file(), region.offset() + region.length(), Math::max);
          }
          return tensor;
        });
    long there = ends.values().stream().mapToLong(Long::longValue).sum();
    if (sum.sum() > ALWAYS_SHARED && sum.sum() / MOST_SHARED > there) {
      throw source.refused(
          "its tensors refer to %d MB in files of %d MB, so most of them are the same; export the model again"
              .formatted(sum.sum() >> 20, there >> 20));
    }
    return sum.sum();
  }

  private MemorySegment mapped(Onnx.Constant constant) {
    var region = region(constant);
    try {
      MemorySegment all = mapped.get(region.file());
      if (all == null) {
        all = map(region);
        mapped.put(region.file(), all);
      }
      if (region.offset() + region.length() > all.byteSize()) {
        throw new EOFException("it became shorter; try again");
      }
      return all.asSlice(region.offset(), region.length());
    } catch (IOException e) {
      throw unreadable(constant, region, e);
    }
  }

  private ByteString read(Onnx.Constant constant) {
    var region = region(constant);
    ByteString known = read.get(region);
    if (known != null) {
      return known;
    }
    try (FileChannel channel = folder.open(region.location())) {
      ByteString data = read(channel, region.offset(), Math.toIntExact(region.length()));
      read.put(region, data);
      return data;
    } catch (IOException e) {
      throw unreadable(constant, region, e);
    }
  }

  private ExternalRegion region(Onnx.Constant constant) {
    var region = ExternalRegion.of(constant, folder, source);
    if (region.length() > LONGEST) {
      throw source.refused(
          "tensor %s is larger than 2 GB; use a smaller model".formatted(constant.label()));
    }
    return region;
  }

  private Fault unreadable(Onnx.Constant constant, ExternalRegion region, IOException e) {
    return source.refused(
        "the data of tensor %s cannot be read from %s: %s"
            .formatted(constant.label(), Onnx.printable(region.location()), AtomicFile.reason(e)),
        e);
  }

  /** Unmapped when nothing refers to it any more. */
  private MemorySegment map(ExternalRegion region) throws IOException {
    try (FileChannel channel = folder.open(region.location())) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    }
  }

  private static ByteString read(FileChannel channel, long offset, int length) throws IOException {
    var bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new EOFException("it ends too early; copy the whole file again");
      }
    }
    return UnsafeByteOperations.unsafeWrap(bytes);
  }
}
