package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.weighbridge.inference.sparse.SparseWeights;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.runtime.Run;
import org.weighbridge.tensor.Tensor;

/**
 * The way for a pruned fully connected layer: its product is computed sparsely outside ONNX
 * Runtime, from activations that the change cannot reach, and only the rest of the graph is run.
 */
final class SparsePath {
  /** Nothing denser is worth measuring the break-even for. */
  private static final double DENSE = 0.5;

  private final Network network;
  private final ModelProto model;
  private final Dependencies dependencies;
  private final Batching batching;
  private final ToDoubleFunction<Run> breakEven;
  private final SampleBlockCache cache = new SampleBlockCache();
  private final Map<LayerId, SparseLayer> layers = new HashMap<>();

  /**
   * Looks for layers that can be multiplied sparsely.
   *
   * @param model the network's graph, its weights as stubs
   * @param passable the tensors that can be passed on, by name
   * @param breakEven the density up to which it pays; asked when a layer might be sparse enough
   */
  SparsePath(
      Network network,
      ModelProto model,
      Set<String> passable,
      Dependencies dependencies,
      Batching batching,
      ToDoubleFunction<Run> breakEven) {
    this.network = network;
    this.model = model;
    this.dependencies = dependencies;
    this.batching = batching;
    this.breakEven = breakEven;
    for (Layer layer : network.layers()) {
      SparseLayer.of(layer, network, model.getGraph())
          .filter(sparse -> passable.contains(sparse.product()) && leadsToAll(sparse))
          .ifPresent(sparse -> layers.put(layer.id(), sparse));
    }
  }

  /** Whether the class scores need nothing of the samples but this layer's product. */
  private boolean leadsToAll(SparseLayer layer) {
    String product = layer.product();
    var inputs = model.getGraph().getInputList();
    Set<String> sources =
        dependencies.sources(
            List.of(network.output()),
            name ->
                name.equals(product)
                    || inputs.stream().anyMatch(input -> input.getName().equals(name)));
    return !product.equals(network.output()) && sources.equals(Set.of(product));
  }

  /**
   * A layer of a variant that a sparse product pays for.
   *
   * @param layer the layer
   * @param weights its weights in that variant
   */
  record Start(SparseLayer layer, Tensor weights) {}

  /**
   * Chooses the layer: changed, sparse enough, its input out of reach of what was changed; of
   * several the one with most weights.
   *
   * @param changes sets of changed tensors; activations that depend on none of a set are known. The
   *     smallest counts: a layer that only a larger one names needs no computing
   */
  Optional<Start> of(Variant variant, Stream<Set<LayerId>> changes, Run run) {
    return changes.min(Comparator.comparingInt(Set::size)).stream()
        .flatMap(this::reachable)
        .flatMap(
            layer ->
                Optional.ofNullable(variant.replaced().get(layer.layer().id()))
                    .map(weights -> new Start(layer, weights))
                    .stream())
        .max(Comparator.comparingInt(start -> start.weights().size()))
        .filter(start -> sparse(start.weights(), run));
  }

  private Stream<SparseLayer> reachable(Set<LayerId> changed) {
    return changed.stream()
        .filter(layers::containsKey)
        .map(layers::get)
        .filter(
            layer ->
                dependencies.weightsOf(layer.activations()).stream().noneMatch(changed::contains));
  }

  private boolean sparse(Tensor weights, Run run) {
    double density = SparseWeights.density(weights);
    return density < DENSE && density < breakEven.applyAsDouble(run);
  }

  /**
   * The product as a feed of the rest of the graph; empty where the layer's input is not one row
   * for each sample.
   *
   * @param activations gives the layer's input; not closed with the feed
   */
  Optional<SparseFeed> feed(Start start, Variant variant, Feed activations, Pass pass, Run run) {
    SparseLayer layer = start.layer();
    var known = variant.within(dependencies.weightsOf(layer.activations()));
    var key = new Activations.Key(layer.activations(), known);
    if (cache.get(key, 0).isEmpty() && !rows(layer, activations, run)) {
      layers.remove(layer.layer().id());
      return Optional.empty();
    }
    var weights = layer.weights(start.weights());
    float[] bias = layer.biases(variant, network.tensors());
    return Optional.of(
        new SparseFeed(layer, weights, bias, key, activations, cache, batching, pass.nearTies()));
  }

  private boolean rows(SparseLayer layer, Feed activations, Run run) {
    try (var batch = activations.batch(0, run)) {
      long[] dims =
          Objects.requireNonNull(batch.tensors().get(layer.activations())).getInfo().getShape();
      return dims.length == 2 && dims[0] == batching.fed(0) && dims[1] == layer.inputs();
    }
  }

  /** Drops what was made with replacements that {@code current} has not. */
  void retain(Variant current) {
    cache.retain(current);
  }
}
