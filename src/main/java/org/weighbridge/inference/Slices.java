package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weighbridge.job.NativeCalls;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.runtime.OnnxRuntime;
import org.weighbridge.runtime.Run;

/** Sessions of slices of one graph. Those used last stay open, as their weights may serve again. */
final class Slices implements AutoCloseable {
  /** Each holds temporary memory that no budget sees. */
  private static final int MOST = 4;

  private final Network network;
  private final ModelProto model;
  private final Weights weights;
  private final Map<String, ValueInfoProto> declared;
  private final OnnxRuntime.Use use;
  private final NativeCalls calls = new NativeCalls();

  /** Apart, so that what is asked for while a pass is under way never closes what it runs on. */
  private final Map<Key, Slice> toScores = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<Key, Slice> toActivations = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * No session yet.
   *
   * @param model the network's graph, its weights as stubs
   * @param declared tensors of the graph that a slice can be fed with, by name
   * @param use how batches go through slices that compute class scores
   */
  Slices(
      Network network,
      ModelProto model,
      Weights weights,
      Map<String, ValueInfoProto> declared,
      OnnxRuntime.Use use) {
    this.network = network;
    this.model = model;
    this.weights = weights;
    this.declared = declared;
    this.use = use;
  }

  private record Key(Set<String> from, List<String> to) {}

  /**
   * A session that computes tensors from others.
   *
   * @return open until other slices of class scores are asked for, or others of activations
   */
  Slice of(Collection<String> from, List<String> to, Variant variant, Run run) {
    var key = new Key(Set.copyOf(from), List.copyOf(to));
    var open = scores(key) ? toScores : toActivations;
    Slice ready = open.get(key);
    if (ready != null && ready.serves(variant)) {
      return ready;
    }
    close(open.remove(key));
    while (open.size() >= MOST) {
      close(open.remove(open.keySet().iterator().next()));
    }
    Slice opened = open(key, variant, run);
    open.put(key, opened);
    return opened;
  }

  private boolean scores(Key key) {
    return key.to().equals(List.of(network.output()));
  }

  private static void close(@Nullable Slice slice) {
    if (slice != null) {
      slice.close();
    }
  }

  private Slice open(Key key, Variant variant, Run run) {
    List<ValueInfoProto> fed = new ArrayList<>();
    key.from().stream().sorted().map(this::declared).forEach(fed::add);
    Set<LayerId> used = weightsIn(GraphSlice.of(model, fed, key.to()));
    Set<LayerId> inputs = new HashSet<>();
    for (Layer layer : network.layers()) {
      if (layer.fullyConnected() && used.contains(layer.id())) {
        inputs.add(layer.id());
        fed.add(Declarations.weights(layer.name(), layer.shape()));
      }
    }
    ModelProto graph = GraphSlice.of(model, fed, key.to());
    Set<LayerId> constants = weightsIn(graph);
    var with = scores(key) ? use : OnnxRuntime.Use.LARGE;
    var lease = weights.constants(constants, carriedIn(graph), variant);
    return calls.await(
        () -> {
          try {
            var session = OnnxRuntime.open(network.name(), graph, lease.tensors(), with);
            var kept = variant.within(constants);
            return new Slice(session, key.to(), inputs, constants, kept, weights, lease);
          } catch (RuntimeException e) {
            lease.close();
            throw e;
          }
        },
        run::check);
  }

  private ValueInfoProto declared(String name) {
    ValueInfoProto declaration = declared.get(name);
    if (declaration == null) {
      throw new IllegalArgumentException(name + " cannot be passed on");
    }
    return declaration;
  }

  private Set<LayerId> weightsIn(ModelProto graph) {
    var tensors = network.tensors().keySet();
    return graph.getGraph().getInitializerList().stream()
        .map(tensor -> new LayerId(tensor.getName()))
        .filter(tensors::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Constants that are no weights and whose data is not in the graph. */
  private List<TensorProto> carriedIn(ModelProto graph) {
    var tensors = network.tensors().keySet();
    return graph.getGraph().getInitializerList().stream()
        .filter(tensor -> network.stored().containsKey(tensor.getName()))
        .filter(tensor -> !tensors.contains(new LayerId(tensor.getName())))
        .toList();
  }

  @Override
  public void close() {
    calls.close();
    toScores.values().forEach(Slice::close);
    toActivations.values().forEach(Slice::close);
    toScores.clear();
    toActivations.clear();
  }
}
