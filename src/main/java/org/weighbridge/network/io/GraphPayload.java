package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * A network without the values of some tensors: what an encoded model stores beside the encoded
 * tensors, so that a runnable model can be written again.
 *
 * <p>Its bytes are an ONNX model, its size as a varint before it, in which the raw data of the main
 * graph's float32 constants is missing; then that data in the order of the constants, where the
 * values are not stored elsewhere. Numbers beside numbers and text beside text compress better.
 */
public final class GraphPayload {
  private GraphPayload() {}

  /**
   * The bytes of a network with the data of some of its tensors taken out; their names, types and
   * dimensions stay, and so does everything else.
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
    OnnxWriter.checkSize(rest, network.name());
    var numbers = new ArrayList<ByteString>();
    ModelProto bare =
        WeightEditor.edit(
            rest,
            (name, tensor) -> {
              if (!TensorData.isFloat32(tensor) || tensor.getRawData().isEmpty()) {
                return tensor;
              }
              numbers.add(tensor.getRawData());
              return TensorData.withoutData(tensor);
            });
    return bytes(bare, numbers);
  }

  private static byte[] bytes(ModelProto model, List<ByteString> numbers) {
    int modelSize = model.getSerializedSize();
    int size = CodedOutputStream.computeUInt32SizeNoTag(modelSize) + modelSize;
    var bytes = new byte[size + numbers.stream().mapToInt(ByteString::size).sum()];
    try {
      var out = CodedOutputStream.newInstance(bytes, 0, size);
      out.writeUInt32NoTag(modelSize);
      model.writeTo(out);
    } catch (IOException e) {
      throw new IllegalStateException(e); // an array takes what fits into it
    }
    int at = size;
    for (ByteString some : numbers) {
      some.copyTo(bytes, at);
      at += some.size();
    }
    return bytes;
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
    var in = CodedInputStream.newInstance(graph);
    ModelProto bare = OnnxReader.parse(model(in, source), source);
    ByteString numbers = UnsafeByteOperations.unsafeWrap(graph).substring(in.getTotalBytesRead());
    var filler = new Filler(weights, numbers, source);
    ModelProto whole = WeightEditor.edit(bare, filler::filled);
    filler.end();
    OnnxWriter.checkSize(whole, name);
    return Networks.of(whole, source, new Sha256().add(whole)::hex);
  }

  private static byte[] model(CodedInputStream in, Source source) {
    try {
      return in.readRawBytes(in.readRawVarint32());
    } catch (IOException e) {
      throw source.refused("it is cut off; get the file again");
    }
  }

  /** Puts values into the places that wait for them. */
  private static final class Filler {
    private final Map<LayerId, Tensor> weights;
    private final Set<LayerId> missing;
    private final ByteString numbers;
    private final Source source;
    private int used;

    Filler(Map<LayerId, Tensor> weights, ByteString numbers, Source source) {
      this.weights = weights;
      this.missing = new HashSet<>(weights.keySet());
      this.numbers = numbers;
      this.source = source;
    }

    TensorProto filled(String name, TensorProto tensor) {
      var id = new LayerId(name);
      Tensor values = weights.get(id);
      if (values == null) {
        return waiting(tensor) ? next(new Onnx.Constant(name, tensor)) : tensor;
      }
      if (!missing.remove(id) || !isPlaceFor(values, tensor, source)) {
        throw source.refused(
            "it has no place for the %s values of %s; get the file again"
                .formatted(values.shape(), id));
      }
      return TensorData.withFloats(tensor, values);
    }

    /** The next numbers, as raw data. */
    private TensorProto next(Onnx.Constant constant) {
      long size = Float.BYTES * TensorCheck.elements(constant, source);
      if (size > numbers.size() - used) {
        throw source.refused(
            "the values of " + constant.label() + " are missing; get the file again");
      }
      int from = used;
      used += Math.toIntExact(size);
      return constant.tensor().toBuilder().setRawData(numbers.substring(from, used)).build();
    }

    void end() {
      if (!missing.isEmpty()) {
        throw source.refused(
            "it has no tensor " + missing.iterator().next() + "; get the file again");
      }
      if (used != numbers.size()) {
        throw source.refused("it holds values of no tensor; get the file again");
      }
    }
  }

  private static boolean waiting(TensorProto tensor) {
    return TensorData.isFloat32(tensor)
        && !tensor.hasRawData()
        && tensor.getFloatDataCount() == 0
        && !tensor.getDimsList().contains(0L);
  }

  private static boolean isPlaceFor(Tensor values, TensorProto tensor, Source source) {
    return waiting(tensor)
        && TensorCheck.elements(new Onnx.Constant(tensor.getName(), tensor), source)
            == values.size()
        && TensorData.shape(tensor).equals(values.shape());
  }
}
