package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.TensorInfo.OnnxTensorType;
import java.util.Optional;
import org.weighbridge.tensor.Shape;

/** How a slice of a graph declares its inputs. */
final class Declarations {
  private Declarations() {}

  /**
   * An input of a tensor's element type, its dimensions left open; empty for a type that cannot be
   * passed on.
   */
  static Optional<ValueInfoProto> like(String name, OnnxTensor tensor) {
    return code(tensor.getInfo().onnxType)
        .map(type -> input(name, TypeProto.Tensor.newBuilder().setElemType(type.getNumber())));
  }

  /** Weights as an input. */
  static ValueInfoProto weights(String name, Shape shape) {
    var dims = TensorShapeProto.newBuilder();
    for (int dim : shape.dims()) {
      dims.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dim));
    }
    return input(
        name, TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber()).setShape(dims));
  }

  private static ValueInfoProto input(String name, TypeProto.Tensor.Builder type) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  /** ONNX's number for a type; ONNX Runtime's own enum in Java counts differently. */
  private static Optional<DataType> code(OnnxTensorType type) {
    return switch (type) {
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT -> Optional.of(DataType.FLOAT);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_DOUBLE -> Optional.of(DataType.DOUBLE);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16 -> Optional.of(DataType.FLOAT16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT8 -> Optional.of(DataType.INT8);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT16 -> Optional.of(DataType.INT16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32 -> Optional.of(DataType.INT32);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64 -> Optional.of(DataType.INT64);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT8 -> Optional.of(DataType.UINT8);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_BOOL -> Optional.of(DataType.BOOL);
      default -> Optional.empty();
    };
  }
}
