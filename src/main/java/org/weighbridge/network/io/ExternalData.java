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
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weighbridge.file.AtomicFile;

/**
 * Tensor data that a model keeps in files beside it (ONNX, docs/ExternalData.md).
 *
 * <p>A model may name only files in its own folder or below, symbolic links included: a file from
 * elsewhere must not be able to make this program read the user's other files.
 */
final class ExternalData {
  private final Path folder;
  private final Source source;

  ExternalData(Path model, Source source) {
    Path parent = model.toAbsolutePath().getParent();
    this.folder = parent;
    this.source = source;
  }

  /**
   * The model with all external data in it, or the same model when there is none.
   *
   * @param hash receives the external bytes in the order of the tensors, because models that differ
   *     only in them are different models
   */
  ModelProto foldInto(ModelProto model, Sha256 hash) {
    return TensorMap.apply(
        model,
        tensor -> {
          if (tensor.getDataLocation() != TensorProto.DataLocation.EXTERNAL) {
            return tensor;
          }
          ByteString data = load(tensor);
          hash.add(data);
          return tensor.toBuilder()
              .clearExternalData()
              .clearDataLocation()
              .setRawData(data)
              .build();
        });
  }

  private ByteString load(TensorProto tensor) {
    Map<String, String> entries = new HashMap<>();
    for (StringStringEntryProto entry : tensor.getExternalDataList()) {
      entries.put(entry.getKey(), entry.getValue());
    }
    String location = entries.getOrDefault("location", "");
    Path file = resolve(location, tensor);
    try (FileChannel channel = FileChannel.open(file)) {
      long offset = number(entries.get("offset"), 0, tensor);
      long length = length(tensor, entries.get("length"), channel.size() - offset);
      if (length > channel.size() - offset) {
        throw source.refused(
            "tensor %s needs bytes %d to %d of %s, which has %d; copy the whole file beside the model"
                .formatted(tensor.getName(), offset, offset + length, location, channel.size()));
      }
      return read(channel, offset, Math.toIntExact(length));
    } catch (IOException e) {
      throw source.refused(
          "the data of tensor "
              + tensor.getName()
              + " in "
              + location
              + " cannot be read, "
              + AtomicFile.reason(e),
          e);
    }
  }

  private Path resolve(String location, TensorProto tensor) {
    try {
      Path relative = Path.of(location);
      Path file = folder.resolve(relative).normalize();
      boolean climbs = location.contains("..") || location.startsWith("/");
      if (location.isEmpty() || relative.isAbsolute() || climbs || !file.startsWith(folder)) {
        throw outside(location, tensor);
      }
      if (!Files.isRegularFile(file)) {
        throw source.refused(
            "the data of tensor "
                + tensor.getName()
                + " is missing, the file "
                + location
                + "; copy it into the model's folder");
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw outside(location, tensor);
      }
      return file;
    } catch (InvalidPathException | IOException e) {
      throw outside(location, tensor);
    }
  }

  private RuntimeException outside(String location, TensorProto tensor) {
    return source.refused(
        "tensor "
            + tensor.getName()
            + " keeps its data in \""
            + location
            + "\", which is not a file in the model's folder; copy the file there and name it"
            + " without a path");
  }

  /** The length that the dimensions ask for; for types of unknown size what the model says. */
  private long length(TensorProto tensor, @Nullable String said, long rest) {
    int bits = ElementType.bits(tensor.getDataType());
    long length =
        bits == 0
            ? number(said, rest, tensor)
            : ElementType.bytes(TensorData.elements(tensor, source), bits);
    if (number(said, length, tensor) != length) {
      throw source.refused(
          "tensor %s of %s elements needs %d bytes and its external data has %s; export it again"
              .formatted(tensor.getName(), tensor.getDimsList(), length, said));
    }
    if (length > Integer.MAX_VALUE - 8) {
      throw source.refused(
          "tensor " + tensor.getName() + " is larger than 2 GB; use a smaller model");
    }
    return length;
  }

  private long number(@Nullable String text, long otherwise, TensorProto tensor) {
    try {
      long number = text == null ? otherwise : Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, like a negative number
    }
    throw source.refused(
        "the external data of tensor "
            + tensor.getName()
            + " has a broken offset or length, "
            + text
            + "; export the model again");
  }

  private static ByteString read(FileChannel channel, long offset, int length) throws IOException {
    var bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new EOFException("it ends too early");
      }
    }
    return UnsafeByteOperations.unsafeWrap(bytes);
  }
}
