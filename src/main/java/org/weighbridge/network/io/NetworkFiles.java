package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.weighbridge.fault.Exhausted;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.file.InputFile;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/** Reads and writes network files. */
public final class NetworkFiles {
  private static final List<FormatReader> READERS = List.of(new OnnxReader(Mapping.usual()));

  /** The longest array that Java can make for certain. */
  private static final long LONGEST = Integer.MAX_VALUE - 8;

  /** Between two questions whether the network is still wanted: some milliseconds of a disk. */
  private static final int CHUNK = 4 << 20;

  private NetworkFiles() {}

  /**
   * The network in a file, whose format shows from its content.
   *
   * @throws Fault when the file cannot be read, is no model, is damaged, or has no layer to
   *     compress
   */
  public static Network read(Path file) {
    return read(file, Progress.none());
  }

  /**
   * The same for as long as it is wanted, counting bytes.
   *
   * @throws java.util.concurrent.CancellationException when it no longer is
   */
  public static Network read(Path file, Progress progress) {
    if (Safetensors.is(file)) {
      throw Source.of(file).refused(Safetensors.NO_GRAPH);
    }
    try {
      byte[] content = content(file, progress);
      for (FormatReader reader : READERS) {
        if (reader.matches(content)) {
          return reader.read(file, content, progress);
        }
      }
      throw Source.of(file).refused(OnnxContent.diagnosis(content));
    } catch (OutOfMemoryError e) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      throw Source.of(file)
          .refused(
              "it needs more memory than Java's %d MB; %s".formatted(megabytes, Exhausted.REMEDY),
              e);
    }
  }

  /**
   * The network of a model made in memory, all data inside.
   *
   * @throws Fault when it has no layer to compress or its parts do not fit together
   */
  public static Network of(ModelProto model, String name) {
    OnnxWriter.checkSize(model, name);
    return Networks.of(model, new Source(name, name), new Sha256().add(model)::hex);
  }

  /**
   * A fresh network with some of the float32 constants of a network's main graph replaced, whatever
   * uses them: statistics of normalizations, too.
   *
   * @param constants by name, of the shapes that the graph has; of no subgraph
   */
  public static Network withConstants(Network network, Map<String, Tensor> constants) {
    var left = new HashSet<>(constants.keySet());
    ModelProto model =
        WeightEditor.edit(
            OnnxWriter.model(network),
            (name, tensor) -> {
              Tensor values = constants.get(name);
              if (values == null || !TensorData.isFloat32(tensor)) {
                return tensor;
              }
              if (!TensorData.shape(tensor).equals(values.shape())) {
                throw new IllegalArgumentException(
                    name + " is " + TensorData.shape(tensor) + ", not " + values.shape());
              }
              left.remove(name);
              return TensorData.holds(tensor, values)
                  ? tensor
                  : TensorData.withFloats(tensor, values);
            });
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(network.name() + " has no constants " + left);
    }
    return of(model, network.name());
  }

  /** The graph with the network's present tensors in it. */
  public static ModelProto model(Network network) {
    return OnnxWriter.model(network);
  }

  /**
   * Writes a network as one self-contained ONNX file, external data included. Tensors that did not
   * change since they were read are written as they were.
   *
   * @throws Fault when the file cannot be written or would be larger than 2 GB
   */
  public static void write(Network network, Path file) {
    ModelProto model = OnnxWriter.checkSize(OnnxWriter.model(network), network.name());
    AtomicFile.write(file, model::writeTo);
  }

  /** The bytes that {@link #write} puts into the file. */
  public static byte[] toBytes(Network network) {
    return OnnxWriter.checkSize(OnnxWriter.model(network), network.name()).toByteArray();
  }

  private static byte[] content(Path file, Progress progress) {
    Source source = Source.of(file);
    try {
      if (Files.isDirectory(file)) {
        throw source.refused("it is a folder; choose the model file in it");
      }
      InputFile.check(file);
      long size = Files.size(file);
      if (size > LONGEST) {
        throw source.refused("it is larger than 2 GB; store its weights as external data");
      }
      return bytes(file, (int) size, progress);
    } catch (IOException e) {
      throw source.refused(AtomicFile.reason(e), e);
    }
  }

  private static byte[] bytes(Path file, int size, Progress progress) throws IOException {
    progress.begin("Reading " + file.getFileName(), size);
    var bytes = new byte[size];
    try (InputStream in = Files.newInputStream(file)) {
      for (int from = 0; from < size; ) {
        int count = in.readNBytes(bytes, from, Math.min(CHUNK, size - from));
        if (count == 0) {
          throw new EOFException("it became shorter while it was read");
        }
        from += count;
        progress.worked(count);
      }
    }
    return bytes;
  }
}
