package org.weighbridge.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.weighbridge.codec.CheckedLayer;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Codecs;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * Encodes networks: DeepSZ's fourth step. Remembers the last result of every layer, so that moving
 * one bound codes one layer.
 */
public final class ModelEncoder {
  /** What a remembered result answers to. */
  private record Request(Tensor weights, String codec, CodecSettings settings) {
    @SuppressWarnings("ReferenceEquality") // tensors never change: the same one has the same values
    boolean sameAs(Request other) {
      return weights == other.weights
          && codec.equals(other.codec)
          && settings.equals(other.settings);
    }
  }

  private record Coded(Request request, CheckedLayer result, long encodeNanos, long decodeNanos) {}

  private final Map<LayerId, Coded> last = new ConcurrentHashMap<>();

  /**
   * Encodes all layers that have a bound, decodes them again and checks every bound.
   *
   * @throws Fault when a bound is for a layer that the network does not have, or cannot be kept
   */
  public EncodedModel encode(Network network, Configuration configuration, Progress progress) {
    requireKnownLayers(network, configuration);
    var layers =
        network.layers().stream().filter(l -> configuration.bounds().containsKey(l.id())).toList();
    progress.begin("Encoding " + network.name(), layers.size());
    var results = new Coded[layers.size()];
    WorkPool.forEach(
        layers.size(),
        i -> {
          progress.check();
          results[i] = coded(layers.get(i), request(layers.get(i), configuration));
          progress.worked(1);
        });
    return assemble(network, configuration, layers, List.of(results));
  }

  private Coded coded(Layer layer, Request request) {
    var known = last.get(layer.id());
    if (known != null && known.request().sameAs(request)) {
      return known;
    }
    try {
      var coded = code(layer.weights(), request);
      last.put(layer.id(), coded);
      return coded;
    } catch (Fault fault) {
      throw new Fault(layer.name() + ": " + fault.sentence(), fault);
    }
  }

  private static Coded code(Tensor weights, Request request) {
    var codec = Codecs.byId(request.codec());
    long start = System.nanoTime();
    var encoded = codec.encode(weights, request.settings(), Progress.none());
    long between = System.nanoTime();
    var decoded = codec.decode(encoded, Progress.none());
    long end = System.nanoTime();
    var result = CheckedLayer.check(codec, weights, encoded, decoded);
    return new Coded(request, result, between - start, end - between);
  }

  private static Request request(Layer layer, Configuration configuration) {
    var bound = configuration.bounds().get(layer.id());
    var coding = configuration.coding();
    return new Request(layer.weights(), coding.codec(), coding.settings(bound));
  }

  private static void requireKnownLayers(Network network, Configuration configuration) {
    for (LayerId id : configuration.bounds().keySet()) {
      if (network.layer(id).isEmpty()) {
        throw new Fault(
            "%s has no layer %s; its layers are %s."
                .formatted(network.name(), id, String.join(", ", names(network.layers()))));
      }
    }
  }

  private static List<String> names(List<Layer> layers) {
    return layers.stream().map(Layer::name).toList();
  }

  private static EncodedModel assemble(
      Network network, Configuration configuration, List<Layer> layers, List<Coded> coded) {
    var reports = new ArrayList<LayerReport>();
    var decoded = new LinkedHashMap<LayerId, Tensor>();
    long encodeNanos = 0;
    long decodeNanos = 0;
    var coding = configuration.coding();
    var composition = coding.layerCodec().name();
    for (int i = 0; i < coded.size(); i++) {
      var layer = layers.get(i);
      var result = coded.get(i).result();
      decoded.put(layer.id(), result.decoded());
      encodeNanos += coded.get(i).encodeNanos();
      decodeNanos += coded.get(i).decodeNanos();
      reports.add(
          new LayerReport(
              layer.id(),
              layer.operator(),
              composition,
              result.encoded().bound(),
              result.maxError(),
              layer.weights().size(),
              layer.weights().nonZeros(),
              result.encoded().breakdown()));
    }
    var file =
        WbzFiles.toBytes(
            network, layers, coded.stream().map(Coded::result).toList(), coding.effort());
    return new EncodedModel(
        configuration, reports, decoded, file, network.originalBytes(), encodeNanos, decodeNanos);
  }
}
