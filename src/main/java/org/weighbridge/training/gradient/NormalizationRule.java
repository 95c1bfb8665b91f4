package org.weighbridge.training.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * BatchNormalization (Ioffe and Szegedy, 2015), by the statistics of the samples at hand or by the
 * running ones.
 */
final class NormalizationRule implements Rule {
  private static final double EPSILON = 1e-5;

  private final Normalization normalization;
  private final Map<String, String> statistics;

  /**
   * For the nodes of a graph.
   *
   * @param statistics takes, by the names of running means and variances, the tensors that have
   *     those of the samples at hand
   */
  NormalizationRule(Normalization normalization, Map<String, String> statistics) {
    this.normalization = normalization;
    this.statistics = statistics;
  }

  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    return normalization == Normalization.FROZEN ? frozen(node, graph) : trained(node, graph);
  }

  private static Pullback frozen(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String x = node.input(0);
    String scale = node.input(1);
    long[] perChannel = perChannel(graph, x);
    long[] axes = allButChannels(graph, x);
    return (gradient, adjoints) -> {
      String inverse = inverse(node, graph, node.input(4));
      if (adjoints.wanted(x)) {
        String factor = graph.reshape(graph.mul(scale, inverse), perChannel);
        adjoints.add(x, graph.mul(gradient, factor));
      }
      if (adjoints.wanted(scale)) {
        String centred = graph.sub(x, graph.reshape(node.input(3), perChannel));
        String sum = graph.sum(graph.mul(gradient, centred), false, axes);
        adjoints.add(scale, graph.mul(sum, inverse));
      }
      if (adjoints.wanted(node.input(2))) {
        adjoints.add(node.input(2), graph.sum(gradient, false, axes));
      }
    };
  }

  private Pullback trained(GraphNode node, GraphBuilder graph) {
    String x = node.input(0);
    String scale = node.input(1);
    String offset = node.input(2);
    long[] axes = allButChannels(graph, x);
    long[] perChannel = perChannel(graph, x);
    long[] channels = {perChannel[1]};
    double share =
        1.0 / Arrays.stream(axes).map(a -> graph.shape(x)[(int) a]).reduce(1, (a, b) -> a * b);
    String mean = graph.mul(graph.sum(x, true, axes), share);
    String centred = graph.sub(x, mean);
    String variance = graph.mul(graph.sum(graph.mul(centred, centred), true, axes), share);
    String inverse = inverse(node, graph, variance);
    String normal = graph.mul(centred, inverse);
    String scaled = graph.mul(normal, graph.reshape(scale, perChannel));
    graph.node(node.output(), "Add", List.of(scaled, graph.reshape(offset, perChannel)));
    statistics.put(node.input(3), graph.reshape(mean, channels));
    statistics.put(node.input(4), graph.reshape(variance, channels));
    return (gradient, adjoints) -> {
      String offsets = graph.sum(gradient, true, axes);
      String scales = graph.sum(graph.mul(gradient, normal), true, axes);
      adjoints.add(offset, graph.reshape(offsets, channels));
      adjoints.add(scale, graph.reshape(scales, channels));
      if (adjoints.wanted(x)) {
        // what moves mean and variance of the samples is taken out of the gradient
        String around = graph.sub(gradient, graph.mul(offsets, share));
        String rest = graph.sub(around, graph.mul(normal, graph.mul(scales, share)));
        String factor = graph.mul(inverse, graph.reshape(scale, perChannel));
        adjoints.add(x, graph.mul(rest, factor));
      }
    };
  }

  private static String inverse(GraphNode node, GraphBuilder graph, String variance) {
    String sum = graph.add(variance, graph.number(node.real("epsilon", EPSILON)));
    return graph.node("Reciprocal", List.of(graph.node("Sqrt", List.of(sum))));
  }

  private static long[] allButChannels(GraphBuilder graph, String x) {
    return LongStream.range(0, graph.rank(x)).filter(axis -> axis != 1).toArray();
  }

  private static long[] perChannel(GraphBuilder graph, String x) {
    long[] dims = new long[graph.rank(x)];
    Arrays.fill(dims, 1);
    dims[1] = graph.shape(x)[1];
    return dims;
  }
}
