package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * A network without the values of some tensors: what an encoded model stores beside the encoded
 * tensors, so that a runnable model can be written again.
 */
public final class GraphPayload {
  private GraphPayload() {}

  /**
   * The ONNX bytes of a network with the data of some of its tensors taken out; their names, types
   * and dimensions stay, and so does everything else.
   *
   * @throws IllegalArgumentException when the network has no such tensor
   * @throws org.weighbridge.fault.Fault when the rest is larger than 2 GB
   */
  public static byte[] without(Network network, Set<LayerId> tensors) {
    Map<LayerId, Tensor> now = network.tensors();
    for (LayerId id : tensors) {
      if (!now.containsKey(id)) {
        throw new IllegalArgumentException(network.name() + " has no tensor " + id);
      }
    }
    ModelProto rest =
        WeightEditor.edit(
            network.model(),
            (name, tensor) ->
                tensors.contains(new LayerId(name))
                    ? TensorData.withoutData(tensor)
                    : OnnxWriter.current(now, name, tensor));
    return OnnxWriter.checkSize(rest, network.name()).toByteArray();
  }

  /**
   * The network again.
   *
   * @param graph what {@link #without} gave
   * @param weights all tensors that were taken out
   * @param name the network's name
   * @return the network; its hash is the SHA-256 of the ONNX file it would be written to
   * @throws org.weighbridge.fault.Fault when the graph is damaged or the weights are not its own
   */
  public static Network restore(byte[] graph, Map<LayerId, Tensor> weights, String name) {
    var source = new Source("the graph of " + name, name);
    ModelProto rest = OnnxReader.parse(graph, source);
    Set<LayerId> missing = new HashSet<>(weights.keySet());
    ModelProto whole =
        WeightEditor.edit(
            rest,
            (tensorName, tensor) -> {
              var id = new LayerId(tensorName);
              Tensor values = weights.get(id);
              if (values == null) {
                return tensor;
              }
              if (!missing.remove(id) || !isPlaceFor(values, tensor, source)) {
                throw source.refused(
                    "it has no place for the %s values of %s; get the file again"
                        .formatted(values.shape(), id));
              }
              return TensorData.withFloats(tensor, values);
            });
    if (!missing.isEmpty()) {
      throw source.refused(
          "it has no tensor " + missing.iterator().next() + "; get the file again");
    }
    OnnxWriter.checkSize(whole, name);
    return Networks.of(whole, source, new Sha256().add(whole).hex());
  }

  private static boolean isPlaceFor(Tensor values, TensorProto tensor, Source source) {
    return TensorData.isFloat32(tensor)
        && !tensor.hasRawData()
        && tensor.getFloatDataCount() == 0
        && TensorCheck.elements(new Onnx.Constant(tensor.getName(), tensor), source)
            == values.size()
        && TensorData.shape(tensor).equals(values.shape());
  }
}
