package org.weighbridge.network;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trained network: its ONNX graph and the layers in it that can be compressed, in graph order.
 *
 * <p>Immutable. {@link #withWeights} shares everything but the replaced tensors; the graph keeps
 * the tensors it was read with, and writers and evaluators take the weights of the layers instead.
 *
 * @param name for people: the file name without its ending
 * @param model the graph as read, external data folded in; never changed
 * @param layers the compressible layers, in the order in which the graph uses them
 * @param input what the network is fed with; of several inputs the first that takes float32
 * @param output the name of the tensor of class scores; of several outputs the first float32 one of
 *     two dimensions
 * @param parameters the number of trained float32 parameters: every float32 initializer or constant
 *     that a node uses, running statistics of BatchNormalization excepted
 * @param hash SHA-256 of the model file's bytes as read, external data behind them, hexadecimal
 */
public record Network(
    String name,
    ModelProto model,
    List<Layer> layers,
    NetworkInput input,
    String output,
    long parameters,
    String hash) {
  public Network {
    layers = List.copyOf(layers);
  }

  /** 4 bytes × parameters: the size that compression ratios of the whole file refer to. */
  public long originalBytes() {
    return 4 * parameters;
  }

  public Optional<Layer> layer(LayerId id) {
    return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
  }

  /** This network with the weights of some layers replaced; the shapes must agree. */
  public Network withWeights(Map<LayerId, org.weighbridge.tensor.Tensor> replacements) {
    var replaced =
        layers.stream()
            .map(
                layer -> {
                  var weights = replacements.get(layer.id());
                  return weights == null ? layer : layer.withWeights(weights);
                })
            .toList();
    return new Network(name, model, replaced, input, output, parameters, hash);
  }
}
