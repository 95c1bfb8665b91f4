package org.weighbridge.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * A network encoded under one configuration, every layer decoded again and found within its bound.
 *
 * @param configuration what was asked for
 * @param layers the coded layers, in network order
 * @param decoded what the decoder makes of each coded layer, bit for bit
 * @param file the whole {@code .wbz} file
 * @param originalBytes 4 bytes × all parameters of the network
 * @param encodeNanos time to encode all layers, summed over layers
 * @param decodeNanos time to decode them, summed over layers
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never written to
public record EncodedModel(
    Configuration configuration,
    List<LayerReport> layers,
    Map<LayerId, Tensor> decoded,
    byte[] file,
    long originalBytes,
    long encodeNanos,
    long decodeNanos) {
  public EncodedModel {
    layers = List.copyOf(layers);
    decoded = Collections.unmodifiableMap(new LinkedHashMap<>(decoded));
  }

  /** Bytes of the whole file: header, index, tables, graph and untouched tensors included. */
  public long fileBytes() {
    return file.length;
  }

  /** 4 bytes × all parameters over the bytes of the whole file. */
  public double ratio() {
    return (double) originalBytes / file.length;
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

  /** File bytes beside the layers' streams: header, graph, untouched tensors. */
  public long otherBytes() {
    return file.length - layers.stream().mapToLong(LayerReport::bytes).sum();
  }

  /** The largest maxError / bound over all layers: at most 1. */
  public double worstErrorToBound() {
    return layers.stream().mapToDouble(l -> l.maxError() / l.bound()).max().orElse(0);
  }

  /** Writes the file, whole or not at all. */
  public void write(Path target) {
    AtomicFile.write(target, out -> out.write(file));
  }
}
