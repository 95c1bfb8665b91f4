package org.weighbridge.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.weighbridge.container.EncodedFile;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * A network encoded under one configuration, every coded tensor decoded again and found within its
 * bound.
 *
 * @param configuration what was asked for
 * @param layers the coded layers, in network order
 * @param smallTensors the coded small tensors; empty when they are carried along losslessly
 * @param decoded what the decoder makes of each coded layer and small tensor, bit for bit
 * @param file the whole {@code .wbz} file
 * @param originalBytes 4 bytes × all parameters of the network
 * @param encodeNanos time to encode all tensors, summed over them
 * @param decodeNanos time to decode them, summed over them
 */
public record EncodedModel(
    Configuration configuration,
    List<LayerReport> layers,
    List<LayerReport> smallTensors,
    Map<LayerId, Tensor> decoded,
    EncodedFile file,
    long originalBytes,
    long encodeNanos,
    long decodeNanos) {
  public EncodedModel {
    layers = List.copyOf(layers);
    smallTensors = List.copyOf(smallTensors);
    decoded = Collections.unmodifiableMap(new LinkedHashMap<>(decoded));
  }

  /** Bytes of the whole file: header, index, tables, graph and untouched tensors included. */
  public long fileBytes() {
    return file.size();
  }

  /** 4 bytes × all parameters over the bytes of the whole file. */
  public double ratio() {
    return (double) originalBytes / file.size();
  }

  /**
   * 4 bytes × weights over encoded bytes, of the fully-connected layers alone: what DeepSZ
   * publishes. NaN when there are none.
   */
  public double ratioFullyConnected() {
    long weights = 0;
    long bytes = 0;
    for (var layer : layers) {
      if (!layer.operator().equals("Conv")) {
        weights += layer.weights();
        bytes += layer.bytes();
      }
    }
    return bytes == 0 ? Double.NaN : 4.0 * weights / bytes;
  }

  /** File bytes beside the layers' streams: header, graph, small tensors coded or not. */
  public long otherBytes() {
    return file.size() - layers.stream().mapToLong(LayerReport::bytes).sum();
  }

  /** Bytes of the coded small tensors' streams; a part of {@link #otherBytes}. */
  public long smallTensorBytes() {
    return smallTensors.stream().mapToLong(LayerReport::bytes).sum();
  }

  /** The largest maxError / bound over all coded tensors: at most 1. */
  public double worstErrorToBound() {
    return Stream.concat(layers.stream(), smallTensors.stream())
        .mapToDouble(l -> l.maxError() / l.bound())
        .max()
        .orElse(0);
  }

  /** Writes the file, whole or not at all. */
  public void write(Path target) {
    AtomicFile.write(target, file::writeTo);
  }
}
