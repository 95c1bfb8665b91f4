package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighbridge.runtime.Run;

/**
 * The tensors at the boundary of a cut, for one variant: those kept, and those computed the
 * shortest way from what is kept or from the samples. Either way the values are the same.
 */
final class BoundaryFeed implements Feed {
  private final GraphCut cut;
  private final Variant variant;
  private final Dependencies dependencies;
  private final Activations activations;
  private final Slices slices;
  private final Feed inputs;
  private final Map<String, Activations.Key> keys = new HashMap<>();
  private final Set<Activations.Key> boundary = new HashSet<>();

  /**
   * Nothing computed yet.
   *
   * @param inputs what the whole graph is fed with; not closed with this
   */
  BoundaryFeed(
      GraphCut cut,
      Variant variant,
      Dependencies dependencies,
      Activations activations,
      Slices slices,
      Feed inputs) {
    this.cut = cut;
    this.variant = variant;
    this.dependencies = dependencies;
    this.activations = activations;
    this.slices = slices;
    this.inputs = inputs;
    cut.computed().forEach(tensor -> boundary.add(key(tensor)));
  }

  @Override
  public Batch batch(int index, Run run) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    List<String> missing = new ArrayList<>();
    for (String name : cut.computed()) {
      activations
          .get(key(name), index)
          .ifPresentOrElse(kept -> tensors.put(name, kept), () -> missing.add(name));
    }
    List<Runnable> releases = new ArrayList<>();
    if (!missing.isEmpty()) {
      compute(missing, index, run)
          .forEach(
              (name, tensor) -> {
                tensors.put(name, tensor);
                if (!activations.keep(key(name), index, tensor, boundary)) {
                  releases.add(tensor::close);
                }
              });
    }
    if (!cut.passed().isEmpty()) {
      Batch samples = inputs.batch(index, run);
      releases.add(samples::close);
      cut.passed().forEach(name -> tensors.put(name, samples.tensors().get(name)));
    }
    return new Batch(tensors, () -> releases.forEach(Runnable::run));
  }

  private Map<String, OnnxTensor> compute(List<String> missing, int index, Run run) {
    Set<String> sources =
        dependencies.sources(
            missing, name -> cut.inputs().contains(name) || activations.has(key(name), index));
    Map<String, OnnxTensor> fed = new HashMap<>();
    try (Batch samples = samples(sources, index, run)) {
      fed.putAll(samples.tensors());
      sources.forEach(name -> activations.get(key(name), index).ifPresent(t -> fed.put(name, t)));
      fed.keySet().retainAll(sources);
      var result = slices.of(sources, missing, variant, run).run(fed, variant, run);
      Map<String, OnnxTensor> computed = new HashMap<>();
      result.forEach(value -> computed.put(value.getKey(), (OnnxTensor) value.getValue()));
      return computed;
    }
  }

  private Batch samples(Set<String> sources, int index, Run run) {
    return cut.inputs().stream().anyMatch(sources::contains)
        ? inputs.batch(index, run)
        : new Batch(Map.of(), () -> {});
  }

  private Activations.Key key(String tensor) {
    return keys.computeIfAbsent(
        tensor, name -> new Activations.Key(name, variant.within(dependencies.weightsOf(name))));
  }

  @Override
  public void close() {}
}
