package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.runtime.NativeTensor;
import org.weighbridge.runtime.Run;
import org.weighbridge.tensor.Tensor;

/**
 * The tensors of a network outside the heap: constants of sessions, which must not change while
 * these are open, and inputs, of which one copy each is enough because one variant is computed at a
 * time.
 */
final class Weights implements AutoCloseable {
  private final Map<LayerId, Tensor> tensors;
  private final Map<LayerId, NativeTensor> originals = new HashMap<>();
  private final Map<LayerId, Input> inputs = new HashMap<>();

  Weights(Network network) {
    tensors = network.tensors();
  }

  /** A place and what is written there. */
  private record Input(NativeTensor place, Tensor written) {}

  /**
   * Tensors as constants of a session.
   *
   * @param wanted which
   */
  Lease constants(Set<LayerId> wanted, Variant variant) {
    Map<String, OnnxTensor> leased = new HashMap<>();
    List<NativeTensor> temporary = new ArrayList<>();
    for (LayerId id : wanted) {
      Tensor replacement = variant.replaced().get(id);
      NativeTensor values =
          replacement == null
              ? originals.computeIfAbsent(id, first -> NativeTensor.of(original(id)))
              : NativeTensor.of(replacement);
      if (replacement != null) {
        temporary.add(values);
      }
      leased.put(id.name(), values.tensor());
    }
    return new Lease(Map.copyOf(leased), List.copyOf(temporary));
  }

  /**
   * Tensors as inputs of a session, by name, until the next call with another variant.
   *
   * @param wanted which
   */
  Map<String, OnnxTensor> inputs(Set<LayerId> wanted, Variant variant, Run run) {
    Map<String, OnnxTensor> fed = new HashMap<>();
    for (LayerId id : wanted) {
      Tensor tensor = variant.replaced().getOrDefault(id, original(id));
      Input input = inputs.get(id);
      if (input == null || !input.written().equals(tensor)) {
        var place = input == null ? new NativeTensor(tensor.shape()) : input.place();
        inputs.remove(id); // half written if this is cancelled
        try {
          place.write(tensor, run);
        } catch (RuntimeException e) {
          place.close();
          throw e;
        }
        input = new Input(place, tensor);
        inputs.put(id, input);
      }
      fed.put(id.name(), input.place().tensor());
    }
    return fed;
  }

  private Tensor original(LayerId id) {
    Tensor tensor = tensors.get(id);
    if (tensor == null) {
      throw new IllegalArgumentException("no tensor " + id);
    }
    return tensor;
  }

  @Override
  public void close() {
    originals.values().forEach(NativeTensor::close);
    originals.clear();
    inputs.values().forEach(input -> input.place().close());
    inputs.clear();
  }

  /** Tensors for one session; the replacements among them are freed with it. */
  record Lease(Map<String, OnnxTensor> tensors, List<NativeTensor> temporary)
      implements AutoCloseable {
    @Override
    public void close() {
      temporary.forEach(NativeTensor::close);
    }
  }
}
