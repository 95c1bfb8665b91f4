package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/** Makes the ONNX message of a network as it is now. */
final class OnnxWriter {
  /** Protobuf counts bytes in an int; the rest is for the headers of the outer messages. */
  private static final long LIMIT = Integer.MAX_VALUE - (1 << 20);

  private OnnxWriter() {}

  /**
   * The model with the network's present tensors, all data in it. Those whose values did not change
   * stay the messages that were read.
   *
   * @throws Fault when it is larger than the 2 GB that protobuf can hold
   */
  static ModelProto model(Network network) {
    long stored = network.stored().values().stream().mapToLong(MemorySegment::byteSize).sum();
    checkSize(network.model(), stored, network.name());
    Map<LayerId, Tensor> now = network.tensors();
    return WeightEditor.edit(
        network.model(),
        (name, tensor) -> current(now.get(new LayerId(name)), network.stored().get(name), tensor));
  }

  /**
   * A constant as it is now.
   *
   * @param now its values if it can be replaced
   * @param stored its data if that is not in {@code tensor}
   */
  static TensorProto current(
      @Nullable Tensor now, @Nullable MemorySegment stored, TensorProto tensor) {
    if (stored != null) {
      return now == null ? TensorData.withData(tensor, stored) : TensorData.withFloats(tensor, now);
    }
    return now == null || TensorData.holds(tensor, now)
        ? tensor
        : TensorData.withFloats(tensor, now);
  }

  /**
   * The same model, if it can be written as one file.
   *
   * @throws Fault when it is larger than the 2 GB that protobuf can hold
   */
  static ModelProto checkSize(ModelProto model, String name) {
    return checkSize(model, 0, name);
  }

  private static ModelProto checkSize(ModelProto model, long more, String name) {
    GraphProto graph = model.getGraph();
    long size =
        more
            + graph.getInitializerList().stream().mapToLong(TensorProto::getSerializedSize).sum()
            + graph.getNodeList().stream().mapToLong(NodeProto::getSerializedSize).sum();
    if (size > LIMIT) {
      throw new Fault(
          "Cannot write "
              + name
              + " as an ONNX file: its "
              + size / 1_000_000
              + " MB are more than the 2 GB such a file can hold; keep it as an encoded model.");
    }
    return model;
  }
}
