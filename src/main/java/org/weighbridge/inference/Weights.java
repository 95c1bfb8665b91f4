package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.runtime.NativeConstant;
import org.weighbridge.runtime.NativeMemory;
import org.weighbridge.runtime.NativeTensor;
import org.weighbridge.runtime.Run;
import org.weighbridge.tensor.Tensor;

/**
 * The tensors of a network outside the heap: constants of sessions, which must not change while
 * these are open, and inputs, of which one copy each is enough because one variant is computed at a
 * time.
 */
final class Weights implements AutoCloseable {
  private final Network network;
  private final Map<LayerId, Tensor> tensors;
  private final Map<LayerId, NativeTensor> originals = new HashMap<>();
  private final Map<LayerId, Input> inputs = new HashMap<>();

  Weights(Network network) {
    this.network = network;
    tensors = network.tensors();
  }

  /** A place and what is written there. */
  private record Input(NativeTensor place, Tensor written) {}

  /**
   * Tensors as constants of a session.
   *
   * @param wanted which
   * @param carried constants that cannot be replaced, of other types too
   */
  Lease constants(Set<LayerId> wanted, List<TensorProto> carried, Variant variant) {
    Map<String, OnnxTensor> leased = new HashMap<>();
    List<NativeMemory> temporary = new ArrayList<>();
    for (LayerId id : wanted) {
      Tensor replacement = variant.replaced().get(id);
      NativeTensor values = replacement == null ? kept(id) : NativeTensor.of(replacement);
      if (replacement != null) {
        temporary.add(values);
      }
      leased.put(id.name(), values.tensor());
    }
    for (TensorProto tensor : carried) {
      var data = network.stored().get(tensor.getName());
      var constant = new NativeConstant(tensor, Objects.requireNonNull(data));
      temporary.add(constant);
      leased.put(tensor.getName(), constant.tensor());
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
      Tensor replacement = variant.replaced().get(id);
      NativeTensor tensor =
          replacement == null && original(id).memory().isPresent()
              ? kept(id)
              : input(id, replacement == null ? original(id) : replacement, run);
      fed.put(id.name(), tensor.tensor());
    }
    return fed;
  }

  /** A tensor as the network has it; for those outside the heap a view, which costs nothing. */
  private NativeTensor kept(LayerId id) {
    return originals.computeIfAbsent(id, first -> NativeTensor.of(original(id)));
  }

  private NativeTensor input(LayerId id, Tensor tensor, Run run) {
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
    return input.place();
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
  record Lease(Map<String, OnnxTensor> tensors, List<NativeMemory> temporary)
      implements AutoCloseable {
    @Override
    public void close() {
      temporary.forEach(NativeMemory::close);
    }
  }
}
