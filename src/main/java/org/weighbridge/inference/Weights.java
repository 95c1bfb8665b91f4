package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/** The weights of a network's layers outside the heap, copied when first needed. */
final class Weights implements AutoCloseable {
  private final Network network;
  private final Map<LayerId, NativeTensor> originals = new HashMap<>();

  Weights(Network network) {
    this.network = network;
  }

  /** The layers whose weights are initializers of a part of the network's graph. */
  Set<LayerId> in(ModelProto graph) {
    return graph.getGraph().getInitializerList().stream()
        .map(tensor -> new LayerId(tensor.getName()))
        .filter(id -> network.layer(id).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Opens a session of a part of the network's graph.
   *
   * @param constants the weights of its layers; open until the session is closed
   */
  Session open(ModelProto graph, Lease constants, OnnxRuntime.Memory memory) {
    return OnnxRuntime.open(network.name(), graph, constants.tensors(), memory);
  }

  /**
   * Weights by tensor name.
   *
   * @param layers which layers
   * @param replaced tensors that take the place of the original ones
   */
  Lease of(Set<LayerId> layers, Map<LayerId, Tensor> replaced) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    List<NativeTensor> temporary = new ArrayList<>();
    for (Layer layer : network.layers()) {
      if (layers.contains(layer.id())) {
        Tensor replacement = replaced.get(layer.id());
        NativeTensor values = replacement == null ? original(layer) : NativeTensor.of(replacement);
        if (replacement != null) {
          temporary.add(values);
        }
        tensors.put(layer.name(), values.tensor());
      }
    }
    return new Lease(Map.copyOf(tensors), List.copyOf(temporary));
  }

  private NativeTensor original(Layer layer) {
    return originals.computeIfAbsent(layer.id(), id -> NativeTensor.of(layer.weights()));
  }

  @Override
  public void close() {
    originals.values().forEach(NativeTensor::close);
    originals.clear();
  }

  /** Tensors for one session or run; the replacements among them are freed with it. */
  record Lease(Map<String, OnnxTensor> tensors, List<NativeTensor> temporary)
      implements AutoCloseable {
    @Override
    public void close() {
      temporary.forEach(NativeTensor::close);
    }
  }
}
