package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.ToDoubleFunction;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.runtime.Cores;
import org.weighbridge.runtime.OnnxRuntime;
import org.weighbridge.runtime.Run;
import org.weighbridge.tensor.Tensor;

/**
 * Everything outside the heap that one network on one data set needs, and the choice of the way by
 * which a variant is computed: the whole graph, or only what its weights can change, from
 * activations kept of earlier variants. Used by one measurement at a time.
 */
final class Engine implements AutoCloseable {
  private static final long MOST_KEPT = 16L << 20;

  private final ModelProto model;
  private final List<String> samples;
  private final List<String> output;
  private final Weights weights;
  private final Feed inputs;
  private final Forward forward;
  private final Dependencies dependencies;
  private final Cuts cuts;
  private final Activations activations;
  private final Slices slices;
  private final SparsePath sparse;
  private final WayTimes times = new WayTimes();

  private Engine(
      Network network,
      ModelProto model,
      Probe probe,
      Weights weights,
      Feed inputs,
      Forward forward,
      Slices slices,
      MemoryBudget budget,
      ToDoubleFunction<Run> breakEven) {
    this.model = model;
    this.samples = List.of(network.input().name());
    this.output = List.of(network.output());
    this.weights = weights;
    this.inputs = inputs;
    this.forward = forward;
    this.slices = slices;
    dependencies = new Dependencies(model.getGraph(), network.tensors().keySet());
    cuts = new Cuts(network, model, probe.declared());
    activations = new Activations(budget);
    sparse =
        new SparsePath(
            network, model, probe.declared().keySet(), dependencies, forward.batching(), breakEven);
  }

  /**
   * Prepares the samples and tries the first batch.
   *
   * @param budget memory for weights, samples and activations
   * @param breakEven the density up to which fully connected layers are multiplied sparsely
   * @throws org.weighbridge.fault.Fault when the samples do not fit or the graph does not run
   */
  static Engine open(
      Network network,
      Dataset dataset,
      Preprocessing preprocessing,
      MemoryBudget budget,
      ToDoubleFunction<Run> breakEven) {
    InputFit fit = InputFit.of(network, dataset, preprocessing);
    String name = network.input().name();
    var weights = new Weights(network);
    Feed inputs = null;
    Slices slices = null;
    try {
      ModelProto model = WeightStubs.of(network);
      Probe probe = probe(network, model, weights, fit, dataset);
      var batching = Batching.of(dataset.size(), probe.largest(), fit.fixedBatch());
      budget.reserve(Float.BYTES * (network.parameters() - stored(network)));
      inputs = new InputFeed(name, fit, dataset, batching, budget.share(4));
      slices = new Slices(network, model, weights, probe.declared(), use(batching, probe));
      Scores scores = scores(network, slices, inputs, batching.fed(0));
      int atOnce = use(batching, probe) == OnnxRuntime.Use.SIDE_BY_SIDE ? Cores.physical() : 1;
      var forward = new Forward(batching, scores, atOnce);
      return new Engine(network, model, probe, weights, inputs, forward, slices, budget, breakEven);
    } catch (RuntimeException e) {
      if (slices != null) {
        slices.close();
      }
      if (inputs != null) {
        inputs.close();
      }
      weights.close();
      throw e;
    }
  }

  /** Weights that are outside the heap already: no copy of them is made. */
  private static long stored(Network network) {
    return network.tensors().values().stream()
        .filter(tensor -> tensor.memory().isPresent())
        .mapToLong(Tensor::size)
        .sum();
  }

  private static Probe probe(
      Network network, ModelProto model, Weights weights, InputFit fit, Dataset dataset) {
    int rows = Math.max(1, fit.fixedBatch());
    var fewest = new Batching(dataset.size(), rows, true);
    try (var feed =
        new InputFeed(network.input().name(), fit, dataset, fewest, new MemoryBudget(0))) {
      return Probe.of(network, model, weights, feed, rows);
    }
  }

  private static OnnxRuntime.Use use(Batching batching, Probe probe) {
    return batching.rows() * probe.largest() > MOST_KEPT
        ? OnnxRuntime.Use.LARGE
        : OnnxRuntime.Use.SIDE_BY_SIDE;
  }

  /** Runs the first batch and looks at its scores. */
  private static Scores scores(Network network, Slices slices, Feed inputs, int rows) {
    try (var run = new Run(Progress.none(), () -> false);
        var batch = inputs.batch(0, run);
        var result =
            slices
                .of(batch.tensors().keySet(), List.of(network.output()), Variant.ORIGINAL, run)
                .run(batch.tensors(), Variant.ORIGINAL, run)) {
      return Scores.of(result.get(0), rows, network.name());
    }
  }

  int classes() {
    return forward.scores().classes();
  }

  /**
   * Asks about every sample. The predictions are those of the whole network, whichever way they are
   * found: batches with near ties are asked of it.
   *
   * @param replaced tensors that take the place of the network's
   * @param right the right classes; without them the predicted ones count as right
   */
  Answers ask(Map<LayerId, Tensor> replaced, Optional<int[]> right, Run run) {
    return ask(replaced, right, Pass.Enough.NEVER, run);
  }

  /**
   * Asks about samples until it is enough: what is left is not answered. Near ties are asked again
   * afterwards, and count for {@code enough} as the short way has them.
   */
  Answers ask(Map<LayerId, Tensor> replaced, Optional<int[]> right, Pass.Enough enough, Run run) {
    var variant = new Variant(replaced);
    var pass = Pass.over(forward.batching().samples(), right, enough);
    Optional<SparsePath.Start> start = sparse.of(variant, cuts.changes(variant), run);
    Optional<LayerId> pruned = start.map(found -> found.layer().layer().id());
    boolean multiplied = pruned.isPresent() && times.sparse(pruned.get());
    Optional<GraphCut> cut = cuts.of(variant);
    if (cuts.note(variant)) {
      activations.retain(variant);
      sparse.retain(variant);
    }
    long begun = System.nanoTime();
    boolean shortened =
        (multiplied && askBehind(start.get(), variant, pass, run))
            || (cut.isPresent() && askBehind(cut.get(), variant, pass, run));
    if (shortened) {
      BitSet doubtful = forward.batching().batchesOf(pass.nearTies());
      askWhole(variant, doubtful, pass.again(), samples -> {}, run);
    } else {
      askWhole(variant, forward.batching().all(), pass, run.progress()::worked, run);
    }
    if (pruned.isPresent() && enough == Pass.Enough.NEVER) {
      times.took(pruned.get(), multiplied, System.nanoTime() - begun);
    }
    return pass.answers();
  }

  /** The same by the whole graph; nothing is kept of it or learnt from it. */
  Answers askWhole(Map<LayerId, Tensor> replaced, Optional<int[]> right, Run run) {
    var pass = Pass.over(forward.batching().samples(), right, Pass.Enough.NEVER);
    var all = forward.batching().all();
    askWhole(new Variant(replaced), all, pass, run.progress()::worked, run);
    return pass.answers();
  }

  /** Multiplies one layer sparsely; false where its input turns out to be unusual. */
  private boolean askBehind(SparsePath.Start start, Variant variant, Pass pass, Run run) {
    var cut = new GraphCut(model, List.of(start.layer().activations()), output.getFirst());
    try (var activationFeed =
        new BoundaryFeed(cut, variant, dependencies, activations, slices, inputs)) {
      Optional<SparseFeed> products = sparse.feed(start, variant, activationFeed, pass, run);
      if (products.isEmpty()) {
        return false;
      }
      try (var feed = products.get()) {
        Slice rest = slices.of(List.of(start.layer().product()), output, variant, run);
        forward.ask(
            rest, feed, variant, forward.batching().all(), pass, run.progress()::worked, run);
      }
      return true;
    }
  }

  private boolean askBehind(GraphCut cut, Variant variant, Pass pass, Run run) {
    try (var feed = new BoundaryFeed(cut, variant, dependencies, activations, slices, inputs)) {
      Slice suffix = slices.of(cut.boundary(), output, variant, run);
      forward.ask(
          suffix, feed, variant, forward.batching().all(), pass, run.progress()::worked, run);
      return true;
    }
  }

  private void askWhole(Variant variant, BitSet batches, Pass pass, LongConsumer worked, Run run) {
    if (!batches.isEmpty()) {
      Slice whole = slices.of(samples, output, variant, run);
      forward.ask(whole, inputs, variant, batches, pass, worked, run);
    }
  }

  @Override
  public void close() {
    slices.close();
    activations.close();
    inputs.close();
    weights.close();
  }
}
