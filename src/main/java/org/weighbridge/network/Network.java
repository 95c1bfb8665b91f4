package org.weighbridge.network;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.tensor.Tensor;

/**
 * A trained network: its ONNX graph and what in it can be compressed, in graph order.
 *
 * <p>Immutable. {@link #withWeights} shares everything but the replaced tensors; the graph keeps
 * the tensors it was read with, and writers and evaluators take the tensors of layers and small
 * tensors instead.
 *
 * @param name for people: the file name without its ending
 * @param model the graph as read, external data folded in but for what is {@code stored}; never
 *     changed
 * @param layers the compressible layers, in the order in which the graph uses them
 * @param smallTensors biases and the like, which can be coded with a bound, too
 * @param input what the network is fed with; of several inputs the first that takes float32
 * @param output the name of the tensor of class scores; of several outputs the first float32 one of
 *     two dimensions
 * @param parameters the number of trained float32 parameters: every float32 initializer or constant
 *     that a node uses, running statistics of BatchNormalization excepted
 * @param hash SHA-256 of the model file's bytes as read, external data behind them, hexadecimal
 * @param stored data that lies outside the heap and only by name in {@code model}, where its
 *     location means nothing any more: that of large initializers of the main graph, by their names
 */
public record Network(
    String name,
    ModelProto model,
    List<Layer> layers,
    List<SmallTensor> smallTensors,
    NetworkInput input,
    String output,
    long parameters,
    String hash,
    Map<String, MemorySegment> stored) {
  /** A network with all its data in the heap. */
  public Network(
      String name,
      ModelProto model,
      List<Layer> layers,
      List<SmallTensor> smallTensors,
      NetworkInput input,
      String output,
      long parameters,
      String hash) {
    this(name, model, layers, smallTensors, input, output, parameters, hash, Map.of());
  }

  public Network {
    stored = Map.copyOf(stored);
    layers = List.copyOf(layers);
    smallTensors = List.copyOf(smallTensors);
  }

  /** 4 bytes × parameters: the size that compression ratios of the whole file refer to. */
  public long originalBytes() {
    return 4 * parameters;
  }

  public Optional<Layer> layer(LayerId id) {
    return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
  }

  /** All tensors that can be compressed: the layers' weights, then the small tensors. */
  public Map<LayerId, Tensor> tensors() {
    var tensors = new LinkedHashMap<LayerId, Tensor>();
    layers.forEach(layer -> tensors.put(layer.id(), layer.weights()));
    smallTensors.forEach(small -> tensors.put(small.id(), small.values()));
    return Collections.unmodifiableMap(tensors);
  }

  /** This network with some of its {@link #tensors} replaced; the shapes must agree. */
  public Network withWeights(Map<LayerId, Tensor> replacements) {
    var replaced =
        layers.stream()
            .map(
                layer -> {
                  var weights = replacements.get(layer.id());
                  return weights == null ? layer : layer.withWeights(weights);
                })
            .toList();
    var small =
        smallTensors.stream()
            .map(
                tensor -> {
                  var values = replacements.get(tensor.id());
                  return values == null ? tensor : tensor.withValues(values);
                })
            .toList();
    return new Network(name, model, replaced, small, input, output, parameters, hash, stored);
  }
}
