package org.weighbridge.runtime.check;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How many elements tensors have at least, for one sample: where few bytes of a file become
 * gigabytes. Operators that make more than they take are looked at, and those that keep their size;
 * others count as one value. Bodies of Loop and the like are not looked at.
 */
final class Sizes {
  /** 4 GB of float32 in one tensor. */
  private static final double MOST_ELEMENTS = 1L << 30;

  private static final String VALUE = "value";
  private static final String SHAPE = "shape";
  private static final String PADS = "pads";

  /** Whose result is at least as large as their largest operand. */
  private static final List<String> KEEPING =
      List.of(
          "Relu",
          "Identity",
          "Add",
          "Sub",
          "Mul",
          "Div",
          "Sigmoid",
          "Tanh",
          "Neg",
          "Abs",
          "Exp",
          "Sqrt",
          "Pow",
          "Clip",
          "Cast",
          "Softmax",
          "Transpose",
          "Reshape",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "Where",
          "Max",
          "Min",
          "Sum",
          "Dropout",
          "LeakyRelu",
          "Elu",
          "Gelu",
          "Erf");

  private final GraphProto graph;
  private final Map<String, TensorProto> constants = new HashMap<>();
  private final Map<String, Double> elements = new HashMap<>();

  Sizes(GraphProto graph) {
    this.graph = graph;
    for (TensorProto tensor : graph.getInitializerList()) {
      constant(tensor.getName(), tensor);
    }
    for (ValueInfoProto input : graph.getInputList()) {
      double size = 1;
      for (var dim : input.getType().getTensorType().getShape().getDimList()) {
        size *= Math.max(1, dim.getDimValue());
      }
      elements.putIfAbsent(input.getName(), size);
    }
  }

  void check() {
    for (NodeProto node : graph.getNodeList()) {
      if (node.getOutputCount() == 0) {
        continue;
      }
      attribute(node, VALUE)
          .filter(value -> node.getOpType().equals("Constant") && value.hasT())
          .ifPresent(value -> constant(node.getOutput(0), value.getT()));
      double size = result(node);
      if (size > MOST_ELEMENTS) {
        throw new Unfit(
            "%s by %s would make a tensor of %s values, more than the %s that are allowed"
                .formatted(
                    Unfit.printable(node.getOutput(0)),
                    Unfit.printable(node.getOpType()),
                    String.format(Locale.ROOT, "%.3g", size),
                    String.format(Locale.ROOT, "%,d", (long) MOST_ELEMENTS)));
      }
      elements.putIfAbsent(node.getOutput(0), size);
    }
  }

  private void constant(String name, TensorProto tensor) {
    double size = 1;
    for (long dim : tensor.getDimsList()) {
      size *= dim;
    }
    constants.put(name, tensor);
    elements.put(name, size);
  }

  /** Elements that a node makes at least. */
  private double result(NodeProto node) {
    double first = of(node, 0);
    return switch (node.getOpType()) {
      case "ConstantOfShape" -> product(numbers(node, 0));
      case "Expand" -> Math.max(first, product(numbers(node, 1)));
      case "Tile" -> first * product(numbers(node, 1));
      case "RandomNormal", "RandomUniform" -> product(integers(node, SHAPE));
      case "Range" -> range(numbers(node, 0), numbers(node, 1), numbers(node, 2));
      case "OneHot" -> first * product(numbers(node, 1));
      case "Pad" -> padded(node);
      case "Resize" -> resized(node, first);
      case "Upsample" -> first * product(numbers(node, 1));
      case "Concat" -> sum(node);
      default -> KEEPING.contains(node.getOpType()) ? Math.max(1, largest(node)) : 1;
    };
  }

  /** With 1 for each dimension that is not known: what the padding alone amounts to. */
  private double padded(NodeProto node) {
    double[] said = integers(node, PADS);
    double[] pads = said.length > 0 ? said : numbers(node, 1);
    double size = 1;
    for (int i = 0; i < pads.length / 2; i++) {
      size *= Math.max(1, 1 + pads[i] + pads[i + pads.length / 2]);
    }
    return pads.length == 0 ? 0 : size;
  }

  private double resized(NodeProto node, double from) {
    double[] scales = numbers(node, 2);
    return node.getInputCount() > 3 && scales.length == 0
        ? product(numbers(node, 3))
        : from * product(scales);
  }

  private static double range(double[] start, double[] limit, double[] step) {
    return start.length == 1 && limit.length == 1 && step.length == 1 && step[0] != 0
        ? Math.max(0, Math.ceil((limit[0] - start[0]) / step[0]))
        : 0;
  }

  private double sum(NodeProto node) {
    double sum = 0;
    for (int i = 0; i < node.getInputCount(); i++) {
      sum += of(node, i);
    }
    return sum;
  }

  private double largest(NodeProto node) {
    double most = 0;
    for (int i = 0; i < node.getInputCount(); i++) {
      most = Math.max(most, of(node, i));
    }
    return most;
  }

  private double of(NodeProto node, int input) {
    return input < node.getInputCount() ? elements.getOrDefault(node.getInput(input), 0d) : 0;
  }

  /** The product, 0 of no numbers. */
  private static double product(double[] numbers) {
    double product = numbers.length == 0 ? 0 : 1;
    for (double number : numbers) {
      product *= number;
    }
    return product;
  }

  /** The values of a small constant operand; none where it is no constant. */
  private double[] numbers(NodeProto node, int input) {
    TensorProto tensor = input < node.getInputCount() ? constants.get(node.getInput(input)) : null;
    return tensor == null ? new double[0] : Numbers.of(tensor);
  }

  private static double[] integers(NodeProto node, String name) {
    return attribute(node, name)
        .map(a -> a.getIntsList().stream().mapToDouble(Long::doubleValue).toArray())
        .orElse(new double[0]);
  }

  private static Optional<AttributeProto> attribute(NodeProto node, String name) {
    return node.getAttributeList().stream().filter(a -> a.getName().equals(name)).findFirst();
  }
}
