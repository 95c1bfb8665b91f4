package org.weighbridge.training.gradient;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.network.Network;
import org.weighbridge.runtime.Cores;

/** Opens gradients of networks. */
public final class GradientGraphs {
  private static final int OLDEST_OPSET = 9;
  private static final Set<String> OWN = Set.of("Dropout", "BatchNormalization");

  private GradientGraphs() {}

  /**
   * Differentiates a network with its present values; as many threads as the machine has cores run
   * it, or as {@link WorkPool#limited} allows.
   *
   * @throws org.weighbridge.fault.Fault when it cannot be differentiated, naming the operator
   */
  public static Gradients open(Network network, GradientOptions options) {
    return open(network, options, Progress.none());
  }

  /**
   * The same for work that can be cancelled.
   *
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public static Gradients open(Network network, GradientOptions options, Progress progress) {
    return open(network, options, Math.min(Cores.physical(), WorkPool.threads()), progress);
  }

  static Gradients open(Network network, GradientOptions options, int threads) {
    return open(network, options, threads, Progress.none());
  }

  private static Gradients open(
      Network network, GradientOptions options, int threads, Progress progress) {
    ForwardGraph forward = ForwardGraph.of(network);
    progress.check();
    Optional<String> obstacle = obstacle(forward);
    if (obstacle.isPresent()) {
      throw Refusals.of(network.name(), obstacle.get());
    }
    progress.check();
    List<Integer> dims = network.input().dims();
    long samples = dims.getFirst() > 0 ? dims.getFirst() : options.shard();
    long[] shard =
        LongStream.concat(
                LongStream.of(samples), dims.stream().skip(1).mapToLong(Integer::longValue))
            .toArray();
    var graph = Differentiation.of(forward, options.normalization(), shard);
    progress.check();
    return new OnnxGradients(forward, graph, threads);
  }

  /** Why a network cannot be differentiated, in a sentence; empty when nothing is in the way. */
  public static Optional<String> obstacle(Network network) {
    return obstacle(ForwardGraph.of(network))
        .map(reason -> Refusals.of(network.name(), reason).getMessage());
  }

  private static Optional<String> obstacle(ForwardGraph graph) {
    if (graph.opset() < OLDEST_OPSET) {
      return Optional.of(
          "it uses ONNX operator set %d and %d is the oldest that has the gradients' operators"
              .formatted(graph.opset(), OLDEST_OPSET));
    }
    List<Integer> dims = graph.network().input().dims();
    if (dims.isEmpty() || dims.stream().skip(1).anyMatch(dim -> dim < 0)) {
      return Optional.of("the graph leaves dimensions of its input open beside the batch");
    }
    Set<String> trained =
        ParameterFinder.find(graph, Normalization.FROZEN).stream()
            .map(Parameter::name)
            .collect(Collectors.toSet());
    if (trained.isEmpty()) {
      return Optional.of("its class scores depend on no weights");
    }
    Set<String> dependent = graph.dependentOn(trained);
    return graph.nodes().stream()
        .filter(node -> dependent.contains(node.output()))
        .filter(
            node -> Rules.of(node).isEmpty() && !(node.standard() && OWN.contains(node.operator())))
        .findFirst()
        .map(
            node ->
                "operator %s (node %s) has no gradient here"
                    .formatted(node.operator(), node.label()));
  }
}
