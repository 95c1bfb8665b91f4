package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Fault;
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
  /** What a reader of such bytes can hold. */
  private static final long LONGEST = Integer.MAX_VALUE - 8;

  private static final int PIECE = 1 << 18;

  private final byte[] model;
  private final List<Numbers> numbers;

  private GraphPayload(byte[] model, List<Numbers> numbers) {
    this.model = model;
    this.numbers = numbers;
  }

  /**
   * A network with the data of some of its tensors taken out; their names, types and dimensions
   * stay, and so does everything else.
   *
   * @throws IllegalArgumentException when the network has no such tensor
   * @throws Fault when the rest is larger than 2 GB
   */
  public static GraphPayload of(Network network, Set<LayerId> tensors) {
    Map<LayerId, Tensor> now = network.tensors();
    for (LayerId id : tensors) {
      if (!now.containsKey(id)) {
        throw new IllegalArgumentException(network.name() + " has no tensor " + id);
      }
    }
    var numbers = new ArrayList<Numbers>();
    ModelProto bare =
        WeightEditor.edit(
            network.model(),
            (name, tensor) -> {
              var id = new LayerId(name);
              return tensors.contains(id)
                  ? TensorData.withoutData(tensor)
                  : bare(tensor, now.get(id), network.stored().get(name), numbers);
            });
    OnnxWriter.checkSize(bare, network.name());
    var payload = new GraphPayload(delimited(bare), List.copyOf(numbers));
    if (payload.size() > LONGEST) {
      throw new Fault(
          "Cannot encode %s: the tensors that are carried along have %d MB, more than the 2 GB that fit; give more layers a bound."
              .formatted(network.name(), payload.size() / 1_000_000));
    }
    return payload;
  }

  /** A constant as it is now, its numbers moved behind the others where they are raw floats. */
  private static TensorProto bare(
      TensorProto tensor,
      @Nullable Tensor now,
      @Nullable MemorySegment stored,
      List<Numbers> numbers) {
    if (stored != null && TensorData.isFloat32(tensor)) {
      numbers.add(now == null ? new Stored(stored) : numbers(now));
      return TensorData.withoutData(tensor);
    }
    if (now != null && !TensorData.holds(tensor, now)) {
      numbers.add(numbers(now));
      return TensorData.withoutData(tensor);
    }
    TensorProto current = OnnxWriter.current(null, stored, tensor);
    if (!TensorData.isFloat32(current) || current.getRawData().isEmpty()) {
      return current;
    }
    numbers.add(new Stored(MemorySegment.ofBuffer(current.getRawData().asReadOnlyByteBuffer())));
    return TensorData.withoutData(current);
  }

  private static Numbers numbers(Tensor tensor) {
    return tensor.memory().<Numbers>map(Stored::new).orElseGet(() -> new Values(tensor));
  }

  /** The values of a tensor as raw data, made as they are written. */
  private sealed interface Numbers {
    long size();

    void writeTo(OutputStream out) throws IOException;
  }

  private record Stored(MemorySegment memory) implements Numbers {
    @Override
    public long size() {
      return memory.byteSize();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      var piece = new byte[(int) Math.min(PIECE, memory.byteSize())];
      for (long at = 0; at < memory.byteSize(); at += PIECE) {
        int count = (int) Math.min(PIECE, memory.byteSize() - at);
        copy(memory, at, piece, count);
        out.write(piece, 0, count);
      }
    }
  }

  private record Values(Tensor tensor) implements Numbers {
    @Override
    public long size() {
      return (long) Float.BYTES * tensor.size();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      int most = PIECE / Float.BYTES;
      for (int from = 0; from < tensor.size(); from += most) {
        out.write(TensorData.bytes(tensor, from, Math.min(most, tensor.size() - from)));
      }
    }
  }

  private static byte[] delimited(ModelProto model) {
    int modelSize = model.getSerializedSize();
    var bytes = new byte[CodedOutputStream.computeUInt32SizeNoTag(modelSize) + modelSize];
    try {
      var out = CodedOutputStream.newInstance(bytes);
      out.writeUInt32NoTag(modelSize);
      model.writeTo(out);
    } catch (IOException e) {
      throw new IllegalStateException(e); // an array takes what fits into it
    }
    return bytes;
  }

  /** The number of bytes. */
  public long size() {
    return model.length + numbers.stream().mapToLong(Numbers::size).sum();
  }

  /** Writes the bytes piece by piece; what is outside the heap stays there. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(model);
    for (Numbers some : numbers) {
      some.writeTo(out);
    }
  }

  private static void copy(MemorySegment from, long at, byte[] to, int count) {
    try {
      MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, to, 0, count);
    } catch (InternalError e) {
      throw new Fault("A file of the model became shorter while it was in use; try again.", e);
    }
  }

  /** All bytes in the heap. */
  public byte[] toBytes() {
    var out = new ByteArrayOutputStream(Math.toIntExact(size()));
    try {
      writeTo(out);
    } catch (IOException e) {
      throw new AssertionError("writing to memory", e);
    }
    return out.toByteArray();
  }

  /**
   * The network again.
   *
   * @param graph the bytes of a payload
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
