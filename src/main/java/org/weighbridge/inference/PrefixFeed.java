package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The activations at the boundary of a cut: computed once and kept as far as memory allows, beyond
 * that computed at every pass. Either way the suffix sees the same values.
 */
final class PrefixFeed implements Feed {
  private final GraphCut cut;
  private final Weights weights;
  private final Feed inputs;
  private final int batches;
  private final MemoryBudget budget;
  private final BooleanSupplier makeRoom;
  private final Map<Integer, OrtSession.Result> kept = new HashMap<>();
  private @Nullable Prefix prefix;
  private long bytes; // of what is kept

  /**
   * Activations not computed yet.
   *
   * @param inputs what the graph is fed with; not closed with this
   * @param batches how many there are
   * @param makeRoom frees something else of the budget, or says that nothing is left to free
   */
  PrefixFeed(
      GraphCut cut,
      Weights weights,
      Feed inputs,
      int batches,
      MemoryBudget budget,
      BooleanSupplier makeRoom) {
    this.cut = cut;
    this.weights = weights;
    this.inputs = inputs;
    this.batches = batches;
    this.budget = budget;
    this.makeRoom = makeRoom;
  }

  @Override
  public Batch batch(int index, Run run) {
    OrtSession.Result ready = kept.get(index);
    if (ready == null) {
      ready = compute(index, run);
      if (!keep(index, ready)) {
        return withInputs(index, ready, ready::close, run);
      }
    }
    return withInputs(index, ready, () -> {}, run);
  }

  private OrtSession.Result compute(int index, Run run) {
    try (Batch in = inputs.batch(index, run)) {
      return prefix().session().run(in.tensors(), cut.computed(), run);
    }
  }

  private boolean keep(int index, OrtSession.Result result) {
    long size = 0;
    for (var value : result) {
      var info = ((OnnxTensor) value.getValue()).getInfo();
      size += info.getNumElements() * info.type.size;
    }
    if (!budget.take(size, makeRoom)) {
      return false;
    }
    bytes += size;
    kept.put(index, result);
    if (kept.size() == batches) {
      closePrefix();
    }
    return true;
  }

  /** Adds inputs of the graph that the suffix uses too. */
  private Batch withInputs(int index, OrtSession.Result computed, Runnable release, Run run) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    computed.forEach(value -> tensors.put(value.getKey(), (OnnxTensor) value.getValue()));
    if (cut.passed().isEmpty()) {
      return new Batch(tensors, release);
    }
    Batch in = inputs.batch(index, run);
    cut.passed().forEach(name -> tensors.put(name, in.tensors().get(name)));
    return new Batch(
        tensors,
        () -> {
          release.run();
          in.close();
        });
  }

  /** The session that computes what is not kept. */
  private record Prefix(Session session, Weights.Lease constants) {}

  private Prefix prefix() {
    Prefix ready = prefix;
    if (ready == null) {
      ModelProto graph = cut.prefix();
      var constants = weights.of(weights.in(graph), Map.of());
      // Results outlive the run: only without an arena do they take just their own size.
      ready = new Prefix(weights.open(graph, constants, OnnxRuntime.Memory.FREED), constants);
      prefix = ready;
    }
    return ready;
  }

  private void closePrefix() {
    if (prefix != null) {
      prefix.session().close();
      prefix.constants().close();
      prefix = null;
    }
  }

  @Override
  public void close() {
    closePrefix();
    kept.values().forEach(OrtSession.Result::close);
    kept.clear();
    budget.giveBack(bytes);
    bytes = 0;
  }
}
