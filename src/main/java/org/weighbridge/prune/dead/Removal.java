package org.weighbridge.prune.dead;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Makes the tensors of a network smaller by units that are zero and heard by nobody. */
final class Removal {
  private final GraphIndex graph;
  private final Map<String, Tensor> smaller = new HashMap<>();
  private final Map<String, long[]> reshaped = new HashMap<>();

  /** The dead units of a layer, ascending, and the ways behind them. */
  record Dead(List<Integer> units, List<Way> ways) {}

  private Removal(Network network) {
    graph = new GraphIndex(network);
  }

  static Network of(Network network, Map<UnitLayer, Dead> layers) {
    var removal = new Removal(network);
    layers.forEach(removal::shrink);
    return removal.smaller.isEmpty() ? network : removal.applied(network);
  }

  private void shrink(UnitLayer layer, Dead dead) {
    int[] kept =
        IntStream.range(0, layer.units()).filter(unit -> !dead.units().contains(unit)).toArray();
    if (kept.length == 0) {
      kept = new int[] {0};
    }
    if (kept.length == layer.units() || !possible(layer, dead.ways())) {
      return;
    }
    slice(layer.weights(), layer.layer().outputAxis(), kept, 1);
    int[] units = kept;
    layer.bias().ifPresent(bias -> sliceVector(bias, units));
    for (Way way : dead.ways()) {
      for (NodeProto node : way.normalizations()) {
        IntStream.range(1, 5)
            .filter(i -> !smaller.containsKey(node.getInput(i)))
            .forEach(i -> sliceVector(node.getInput(i), units));
      }
      for (NodeProto node : way.reshapes()) {
        long[] dims = graph.integers(node.getInput(1)).orElseThrow().clone();
        dims[1] = (long) units.length * way.spread(layer);
        reshaped.put(node.getInput(1), dims);
      }
      int inputAxis = way.to().convolution() ? 1 : 1 - way.to().layer().outputAxis();
      slice(way.to().weights(), inputAxis, units, way.spread(layer));
    }
  }

  private boolean possible(UnitLayer layer, List<Way> ways) {
    return layer.groups() == 1
        && ways.stream()
            .allMatch(
                way ->
                    way.to().groups() == 1
                        && way.normalizations().stream().allMatch(this::alone)
                        && way.reshapes().stream()
                            .allMatch(node -> graph.usedOnce(node.getInput(1))));
  }

  private boolean alone(NodeProto normalization) {
    return IntStream.range(1, 5).allMatch(i -> graph.usedOnce(normalization.getInput(i)));
  }

  private Tensor now(String name) {
    Tensor done = smaller.get(name);
    return done == null ? graph.floats(name).orElseThrow() : done;
  }

  /** Of a bias or the like the axis that is not 1, or the last one. */
  private void sliceVector(String name, int[] kept) {
    Shape shape = now(name).shape();
    int axis =
        IntStream.range(0, shape.rank())
            .filter(a -> shape.dim(a) > 1)
            .findFirst()
            .orElse(shape.rank() - 1);
    slice(name, axis, kept, 1);
  }

  /** Keeps some indices of an axis, each of them {@code spread} wide. */
  private void slice(String name, int axis, int[] kept, int spread) {
    Tensor tensor = now(name);
    int[] dims = tensor.shape().dims();
    int run = spread;
    for (int later = axis + 1; later < dims.length; later++) {
      run *= dims[later];
    }
    int step = dims[axis] / spread * run;
    dims[axis] = kept.length * spread;
    var shape = Shape.of(dims);
    var values = new float[shape.size()];
    int to = 0;
    for (int start = 0; start < tensor.size(); start += step) {
      for (int index : kept) {
        System.arraycopy(tensor.values(), start + index * run, values, to, run);
        to += run;
      }
    }
    smaller.put(name, new Tensor(shape, values));
  }

  private Network applied(Network network) {
    // the graph with all present values, so that what is not smaller is as it was zeroed
    var model = NetworkFiles.model(network).toBuilder();
    GraphProto.Builder edited = model.getGraphBuilder();
    edited.clearValueInfo();
    edited.getInitializerBuilderList().forEach(tensor -> replace(tensor.getName(), tensor));
    for (NodeProto.Builder node : edited.getNodeBuilderList()) {
      if (node.getOpType().equals("Constant")) {
        for (AttributeProto.Builder attribute : node.getAttributeBuilderList()) {
          if (attribute.hasT()) {
            replace(node.getOutput(0), attribute.getTBuilder());
          }
        }
      }
    }
    for (var input : edited.getInputBuilderList()) {
      Tensor tensor = smaller.get(input.getName());
      if (tensor != null) {
        var shape = input.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().clearDim();
        Arrays.stream(tensor.shape().dims()).forEach(dim -> shape.addDimBuilder().setDimValue(dim));
      }
    }
    return NetworkFiles.of(model.build(), network.name());
  }

  private void replace(String name, TensorProto.Builder tensor) {
    Tensor floats = smaller.get(name);
    long[] integers = reshaped.get(name);
    if (floats != null) {
      var bytes = ByteBuffer.allocate(4 * floats.size()).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(floats.values());
      tensor.clearDims().clearFloatData().setRawData(ByteString.copyFrom(bytes));
      Arrays.stream(floats.shape().dims()).forEach(tensor::addDims);
    } else if (integers != null) {
      tensor.clearRawData().clearInt64Data();
      Arrays.stream(integers).forEach(tensor::addInt64Data);
    }
  }
}
