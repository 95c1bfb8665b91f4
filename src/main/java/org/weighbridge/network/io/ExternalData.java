package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
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
    var region = ExternalRegion.of(constant, folder, source);
    if (region.length() > LONGEST) {
      throw source.refused(
          "tensor %s is larger than 2 GB; use a smaller model".formatted(constant.label()));
    }
    try (FileChannel channel = FileChannel.open(region.file())) {
      return read(channel, region.offset(), Math.toIntExact(region.length()));
    } catch (IOException e) {
      throw source.refused(
          "the data of tensor %s cannot be read from %s: %s"
              .formatted(constant.label(), Onnx.printable(region.location()), AtomicFile.reason(e)),
          e);
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
