package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/** The tensors of a network outside the heap, copied when first needed. */
final class Weights implements AutoCloseable {
  private final String name;
  private final Map<LayerId, Tensor> tensors;
  private final Map<LayerId, NativeTensor> originals = new HashMap<>();

  Weights(Network network) {
    name = network.name();
    tensors = network.tensors();
  }

  /** The tensors that are initializers of a part of the network's graph. */
  Set<LayerId> in(ModelProto graph) {
    return graph.getGraph().getInitializerList().stream()
        .map(tensor -> new LayerId(tensor.getName()))
        .filter(tensors::containsKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Opens a session of a part of the network's graph.
   *
   * @param constants its tensors; open until the session is closed
   */
  Session open(ModelProto graph, Lease constants, OnnxRuntime.Memory memory) {
    return OnnxRuntime.open(name, graph, constants.tensors(), memory);
  }

  /**
   * Tensors by name.
   *
   * @param wanted which
   * @param replaced tensors that take the place of the original ones
   */
  Lease of(Set<LayerId> wanted, Map<LayerId, Tensor> replaced) {
    Map<String, OnnxTensor> leased = new HashMap<>();
    List<NativeTensor> temporary = new ArrayList<>();
    tensors.forEach(
        (id, original) -> {
          if (wanted.contains(id)) {
            Tensor replacement = replaced.get(id);
            NativeTensor values =
                replacement == null
                    ? originals.computeIfAbsent(id, first -> NativeTensor.of(original))
                    : NativeTensor.of(replacement);
            if (replacement != null) {
              temporary.add(values);
            }
            leased.put(id.name(), values.tensor());
          }
        });
    return new Lease(Map.copyOf(leased), List.copyOf(temporary));
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
