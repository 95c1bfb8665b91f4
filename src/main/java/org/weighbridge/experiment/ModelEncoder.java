package org.weighbridge.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.CheckedLayer;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.lossless.Section;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * Encodes networks: DeepSZ's fourth step. Remembers the last result of every tensor, so that moving
 * one bound codes one layer, and an unmoved layer is the same {@link Tensor} object as before.
 */
public final class ModelEncoder {
  /** A tensor to be coded, and what a remembered result answers to. */
  private record Request(
      LayerId id, String operator, Tensor weights, String codec, CodecSettings settings) {
    @SuppressWarnings("ReferenceEquality") // tensors never change: the same one has the same values
    boolean sameAs(Request other) {
      return weights == other.weights
          && codec.equals(other.codec)
          && settings.equals(other.settings);
    }

    Request withEffort(Effort effort) {
      return new Request(id, operator, weights, codec, settings.withEffort(effort));
    }
  }

  /** What a request decodes to, at any effort. */
  private record Values(Request fast, Tensor decoded) {}

  private record Coded(Request request, CheckedLayer result, long encodeNanos, long decodeNanos) {}

  /** What was carried along last, packed: it depends on no bound. */
  private record Carried(Network network, Set<LayerId> coded, Effort effort, Section graph) {
    @SuppressWarnings("ReferenceEquality") // networks never change
    boolean isFor(Network other, Set<LayerId> tensors, Effort hard) {
      return network == other && coded.equals(tensors) && effort == hard;
    }
  }

  private final AtomicReference<@Nullable Carried> lastCarried = new AtomicReference<>();
  private final Map<LayerId, Coded> last = new ConcurrentHashMap<>();
  private final Map<LayerId, Values> lastValues = new ConcurrentHashMap<>();

  /**
   * What {@link #encode} would decode the layers and small tensors to, bit for bit, found by coding
   * them as quickly as possible: the effort decides bytes, never values.
   *
   * @throws Fault as {@link #encode}
   */
  public Map<LayerId, Tensor> values(
      Network network, Configuration configuration, Progress progress) {
    var requests = requests(network, configuration);
    progress.begin("Coding " + network.name(), requests.size());
    var results = new Tensor[requests.size()];
    InMemory.forEach(
        requests.stream().mapToInt(request -> request.weights().size()).toArray(),
        i -> {
          progress.check();
          results[i] = values(requests.get(i), progress.part(0));
          progress.worked(1);
        });
    var values = new LinkedHashMap<LayerId, Tensor>();
    for (int i = 0; i < results.length; i++) {
      values.put(requests.get(i).id(), results[i]);
    }
    return values;
  }

  /**
   * What {@link #encode} would decode one layer to, bit for bit; its own weights when it has no
   * bound.
   *
   * @throws Fault as {@link #encode}
   */
  public Tensor values(
      Network network, LayerId layer, Configuration configuration, Progress progress) {
    return layers(network, configuration).stream()
        .filter(request -> request.id().equals(layer))
        .findFirst()
        .map(request -> values(request, progress))
        .orElseGet(() -> network.layer(layer).orElseThrow().weights());
  }

  /**
   * Encodes all layers that have a setting and, when they have one, the small tensors; decodes them
   * again and checks every bound.
   *
   * @throws Fault when a setting is for a layer that the network does not have, or cannot be kept
   */
  public EncodedModel encode(Network network, Configuration configuration, Progress progress) {
    var requests = requests(network, configuration);
    progress.begin("Encoding " + network.name(), requests.size());
    var results = new Coded[requests.size()];
    InMemory.forEach(
        requests.stream().mapToInt(request -> request.weights().size()).toArray(),
        i -> {
          progress.check();
          results[i] = coded(requests.get(i), progress.part(0));
          progress.worked(1);
        });
    int layers = configuration.settings().size();
    return assemble(network, configuration, List.of(results), layers, progress.part(0));
  }

  /** The layers, then the small tensors. */
  private static List<Request> requests(Network network, Configuration configuration) {
    requireKnownLayers(network, configuration);
    var requests = new ArrayList<>(layers(network, configuration));
    requests.addAll(smallTensors(network, configuration));
    return requests;
  }

  private static List<Request> layers(Network network, Configuration configuration) {
    var requests = new ArrayList<Request>();
    for (Layer layer : network.layers()) {
      configuration
          .setting(layer.id())
          .map(
              setting ->
                  new Request(
                      layer.id(),
                      layer.operator(),
                      layer.weights(),
                      configuration.coder(layer.id()),
                      configuration.codecSettings(setting)))
          .ifPresent(requests::add);
    }
    return requests;
  }

  private static List<Request> smallTensors(Network network, Configuration configuration) {
    var coding = configuration.coding();
    return coding
        .smallTensors()
        .map(
            bound ->
                network.smallTensors().stream()
                    .map(
                        t ->
                            new Request(
                                t.id(),
                                t.operator(),
                                t.values(),
                                coding.smallTensorCodec(),
                                configuration.codecSettings(bound)))
                    .toList())
        .orElse(List.of());
  }

  private Coded coded(Request request, Progress progress) {
    var known = last.get(request.id());
    if (known != null && known.request().sameAs(request)) {
      return known;
    }
    var coded = asMeasured(named(request, () -> code(request, progress)));
    last.put(request.id(), coded);
    lastValues.put(request.id(), new Values(fast(request), coded.result().decoded()));
    return coded;
  }

  private Tensor values(Request request, Progress progress) {
    var fast = fast(request);
    var known = lastValues.get(request.id());
    if (known != null && known.fast().sameAs(fast)) {
      return known.decoded();
    }
    var decoded = named(request, () -> code(fast, progress)).result().decoded();
    lastValues.put(request.id(), new Values(fast, decoded));
    return decoded;
  }

  /** The same result with the very tensor that accuracy was measured on, if it was. */
  private Coded asMeasured(Coded coded) {
    var measured = lastValues.get(coded.request().id());
    if (measured == null || !measured.fast().sameAs(fast(coded.request()))) {
      return coded;
    }
    var result = coded.result();
    if (!result.decoded().sameBits(measured.decoded())) {
      throw new Fault(
          "%s decodes to other values than were measured; choose another codec."
              .formatted(coded.request().id()));
    }
    var same =
        new CheckedLayer(result.encoded(), measured.decoded(), result.maxError(), result.psnr());
    return new Coded(coded.request(), same, coded.encodeNanos(), coded.decodeNanos());
  }

  private static Request fast(Request request) {
    return request.withEffort(Effort.FAST);
  }

  private static Coded named(Request request, Supplier<Coded> coding) {
    try {
      return coding.get();
    } catch (Fault fault) {
      throw new Fault(request.id() + ": " + fault.sentence(), fault);
    }
  }

  private static Coded code(Request request, Progress progress) {
    var codec = new TimedCodec(Codecs.byId(request.codec()));
    var result = CheckedLayer.encode(codec, request.weights(), request.settings(), progress);
    return new Coded(request, result, codec.encodeNanos().get(), codec.decodeNanos().get());
  }

  private static void requireKnownLayers(Network network, Configuration configuration) {
    for (LayerId id : configuration.settings().keySet()) {
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

  /** The first {@code layers} results are of layers, the others of small tensors. */
  private EncodedModel assemble(
      Network network,
      Configuration configuration,
      List<Coded> coded,
      int layers,
      Progress progress) {
    var reports = new ArrayList<LayerReport>();
    var decoded = new LinkedHashMap<LayerId, Tensor>();
    var streams = new LinkedHashMap<LayerId, CheckedLayer>();
    long encodeNanos = 0;
    long decodeNanos = 0;
    for (Coded one : coded) {
      reports.add(
          LayerReport.of(
              one.request().id(),
              one.request().operator(),
              Codecs.byId(one.request().codec()).name(),
              one.request().weights(),
              one.result()));
      decoded.put(one.request().id(), one.result().decoded());
      streams.put(one.request().id(), one.result());
      encodeNanos += one.encodeNanos();
      decodeNanos += one.decodeNanos();
    }
    var graph = carried(network, streams.keySet(), configuration.coding().effort(), progress);
    var file = WbzFiles.file(network, streams, graph);
    return new EncodedModel(
        configuration,
        reports.subList(0, layers),
        reports.subList(layers, reports.size()),
        decoded,
        file,
        network.originalBytes(),
        encodeNanos,
        decodeNanos);
  }

  private Section carried(Network network, Set<LayerId> coded, Effort effort, Progress progress) {
    var known = lastCarried.get();
    if (known != null && known.isFor(network, coded, effort)) {
      return known.graph();
    }
    var graph = WbzFiles.graph(network, coded, effort, progress);
    lastCarried.set(new Carried(network, Set.copyOf(coded), effort, graph));
    return graph;
  }

  /** Lets go of the layers that were coded last: they are of a network that is gone. */
  public void forget() {
    lastCarried.set(null);
    last.clear();
    lastValues.clear();
  }
}
