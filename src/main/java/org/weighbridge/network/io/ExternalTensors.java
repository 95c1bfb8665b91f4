package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.weighbridge.file.AtomicFile;

/** Finds where an ONNX model keeps its external data, without reading any of it. */
public final class ExternalTensors {
  private static final long LONGEST = Integer.MAX_VALUE - 8;
  private static final int HEAD = 512;

  private ExternalTensors() {}

  /**
   * All external tensors of a model, wherever it holds them, in the order of the message. The file
   * is mapped into memory, so that its other tensors take no heap.
   *
   * @throws org.weighbridge.fault.Fault when it is no ONNX model or damaged, or when external data
   *     is missing, too short or outside the model's folder
   */
  public static List<ExternalTensor> of(Path file) {
    Source source = Source.of(file);
    try (var arena = Arena.ofConfined();
        var channel = FileChannel.open(file)) {
      if (channel.size() > LONGEST) {
        throw source.refused("it is larger than 2 GB; store its weights as external data");
      }
      var content = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      byte[] head = new byte[(int) Math.min(HEAD, content.byteSize())];
      content.asByteBuffer().get(head);
      if (!OnnxContent.plausible(head)) {
        throw source.refused(OnnxContent.diagnosis(head));
      }
      CodedInputStream in = UnsafeByteOperations.unsafeWrap(content.asByteBuffer()).newCodedInput();
      in.enableAliasing(true);
      return of(ModelProto.parseFrom(in), file, source);
    } catch (InvalidProtocolBufferException e) {
      throw source.refused("the model is cut off or damaged; get or export it again", e);
    } catch (IOException e) {
      throw source.refused(AtomicFile.reason(e), e);
    }
  }

  private static List<ExternalTensor> of(ModelProto model, Path file, Source source) {
    var folder = new ModelFolder(file, source);
    var names = new IdentityHashMap<TensorProto, String>();
    Onnx.constants(model.getGraph()).forEach(one -> names.put(one.tensor(), one.name()));
    var tensors = new ArrayList<ExternalTensor>();
    var _ =
        TensorMap.apply(
            model,
            tensor -> {
              if (ExternalData.isExternal(tensor)) {
                String name = names.getOrDefault(tensor, tensor.getName());
                var constant = new Onnx.Constant(name, tensor);
                tensors.add(tensor(constant, ExternalRegion.of(constant, folder, source)));
              }
              return tensor;
            });
    return List.copyOf(tensors);
  }

  private static ExternalTensor tensor(Onnx.Constant constant, ExternalRegion region) {
    var type = TensorProto.DataType.forNumber(constant.tensor().getDataType());
    return new ExternalTensor(
        constant.name(),
        type == null ? "type " + constant.tensor().getDataType() : type.name(),
        constant.tensor().getDimsList(),
        region.location(),
        region.file(),
        region.offset(),
        region.length());
  }
}
