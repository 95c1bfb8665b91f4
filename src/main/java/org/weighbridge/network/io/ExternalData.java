package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weighbridge.file.AtomicFile;

/** Tensor data that a model keeps in files beside it (ONNX, docs/ExternalData.md). */
final class ExternalData {
  private static final long LONGEST = Integer.MAX_VALUE - 8;

  private final ModelFolder folder;
  private final Source source;

  ExternalData(Path model, Source source) {
    this.folder = new ModelFolder(model, source);
    this.source = source;
  }

  static boolean isExternal(TensorProto tensor) {
    return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
  }

  /**
   * The model with all external data in it, or the same model when there is none.
   *
   * @param hash receives the external bytes in the order of the tensors, because models that differ
   *     only in them are different models
   * @throws org.weighbridge.fault.Fault when data is missing, too short or outside the folder
   */
  ModelProto foldInto(ModelProto model, Sha256 hash) {
    return TensorMap.apply(
        model,
        tensor -> {
          if (!isExternal(tensor)) {
            return tensor;
          }
          ByteString data = load(new Onnx.Constant(tensor.getName(), tensor));
          hash.add(data);
          return tensor.toBuilder()
              .clearExternalData()
              .clearDataLocation()
              .setRawData(data)
              .build();
        });
  }

  private ByteString load(Onnx.Constant constant) {
    Map<String, String> entries = new HashMap<>();
    for (StringStringEntryProto entry : constant.tensor().getExternalDataList()) {
      entries.put(entry.getKey(), entry.getValue());
    }
    String location = entries.getOrDefault("location", "");
    Path file = folder.resolve(location, constant);
    try (FileChannel channel = FileChannel.open(file)) {
      long offset = number(entries.get("offset"), 0, constant);
      long rest = Math.max(0, channel.size() - offset);
      long length = length(constant, entries.get("length"), rest);
      if (length > rest) {
        throw source.refused(
            "tensor %s needs %d bytes from byte %d of %s, which has %d; copy the whole file again"
                .formatted(
                    constant.label(), length, offset, Onnx.printable(location), channel.size()));
      }
      return read(channel, offset, Math.toIntExact(length));
    } catch (IOException e) {
      throw source.refused(
          "the data of tensor %s cannot be read from %s: %s"
              .formatted(constant.label(), Onnx.printable(location), AtomicFile.reason(e)),
          e);
    }
  }

  /** The length that the dimensions ask for; for types of unknown width what the model says. */
  private long length(Onnx.Constant constant, @Nullable String said, long rest) {
    int bits = ElementType.bits(constant.tensor().getDataType());
    long elements = TensorCheck.elements(constant, source);
    long length = bits == 0 ? number(said, rest, constant) : ElementType.bytes(elements, bits);
    if (number(said, length, constant) != length) {
      throw source.refused(
          "tensor %s should hold %d bytes and its external data has %s; export the model again"
              .formatted(constant.label(), length, Onnx.printable(String.valueOf(said))));
    }
    if (length > LONGEST) {
      throw source.refused(
          "tensor %s is larger than 2 GB; use a smaller model".formatted(constant.label()));
    }
    return length;
  }

  private long number(@Nullable String text, long otherwise, Onnx.Constant constant) {
    try {
      long number = text == null ? otherwise : Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, like a negative number
    }
    throw source.refused(
        "the external data of tensor %s has a broken offset or length; export the model again"
            .formatted(constant.label()));
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
