package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.weighbridge.network.NetworkInput;

/** Where a graph is fed and where it answers. */
final class GraphEnds {
  private GraphEnds() {}

  /**
   * What the network is fed with: the graph's first float32 input that is not a weight. Old files
   * (IR version 3) list every initializer among the inputs.
   */
  static NetworkInput input(GraphProto graph, Source source) {
    var weights =
        graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
    var fed = graph.getInputList().stream().filter(in -> !weights.contains(in.getName())).toList();
    if (fed.isEmpty()) {
      throw source.refused("the graph has no input to feed samples into; export the model again");
    }
    ValueInfoProto input = preferred(fed, List.of(GraphEnds::isFloat32));
    return new NetworkInput(input.getName(), dims(input, source));
  }

  /**
   * The name of the class scores: the graph's first float32 output of two dimensions; without one
   * the first float32 output, else the first.
   */
  static String output(GraphProto graph, Source source) {
    if (graph.getOutputCount() == 0) {
      throw source.refused("the graph has no output; export the model again");
    }
    return preferred(
            graph.getOutputList(),
            List.of(out -> isFloat32(out) && shape(out).getDimCount() == 2, GraphEnds::isFloat32))
        .getName();
  }

  private static ValueInfoProto preferred(
      List<ValueInfoProto> values, List<Predicate<ValueInfoProto>> wishes) {
    for (var wish : wishes) {
      for (var value : values) {
        if (wish.test(value)) {
          return value;
        }
      }
    }
    return values.getFirst();
  }

  private static boolean isFloat32(ValueInfoProto value) {
    TypeProto type = value.getType();
    return type.hasTensorType()
        && type.getTensorType().getElemType() == TensorProto.DataType.FLOAT_VALUE;
  }

  private static TensorShapeProto shape(ValueInfoProto value) {
    return value.getType().getTensorType().getShape();
  }

  private static List<Integer> dims(ValueInfoProto input, Source source) {
    return shape(input).getDimList().stream().map(dim -> size(dim, input, source)).toList();
  }

  /** Exporters leave a dimension open by a name, by nothing, by 0 or by -1. */
  private static int size(Dimension dim, ValueInfoProto input, Source source) {
    if (dim.getDimValue() > Integer.MAX_VALUE) {
      throw source.refused(
          "input %s has the dimension %d; the file is damaged, get or export it again"
              .formatted(Onnx.printable(input.getName()), dim.getDimValue()));
    }
    return dim.getDimValue() > 0 ? (int) dim.getDimValue() : -1;
  }
}
