package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.file.Path;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;

/** Reads ONNX models: one protobuf message, weights inside or in files beside it. */
final class OnnxReader implements FormatReader {
  private final Mapping mapping;

  OnnxReader(Mapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public boolean matches(byte[] content) {
    return OnnxContent.plausible(content);
  }

  @Override
  public Network read(Path file, byte[] content, Progress progress) {
    Source source = Source.of(file);
    ModelProto parsed = parse(content, source);
    var hash = new Sha256().add(content);
    var data = new ExternalData(file, source, mapping);
    ModelProto model = data.foldInto(parsed, hash);
    var hashing = hash.begin();
    try {
      return Networks.of(model, data.stored(), source, () -> Sha256.await(hashing, progress));
    } finally {
      hash.stop(); // of no use when the network is refused
    }
  }

  /**
   * The message in {@code content}. Its byte strings are windows on {@code content}, so that a
   * large model is held once and not twice.
   */
  static ModelProto parse(byte[] content, Source source) {
    try {
      CodedInputStream in = UnsafeByteOperations.unsafeWrap(content).newCodedInput();
      in.enableAliasing(true);
      return ModelProto.parseFrom(in);
    } catch (InvalidProtocolBufferException e) {
      throw source.refused(
          "the model is cut off or damaged (" + content.length + " bytes); get or export it again",
          e);
    } catch (IOException e) {
      throw new AssertionError("reading an array", e);
    }
  }
}
