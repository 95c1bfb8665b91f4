package org.weighbridge.training.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Convolutions of any number of axes, strides, dilations, pads and groups.
 *
 * <p>The gradient of the image is the transposed convolution. That of the weights is, group by
 * group, the product of the output's gradient and the windows of the image laid out as columns
 * (im2col); these are a grouped convolution with filters that each pick one value of the window.
 */
final class ConvRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String x = node.input(0);
    String w = node.input(1);
    long[] filters = graph.shape(w);
    var windows = Windows.of(node, graph, Arrays.copyOfRange(filters, 2, filters.length));
    long groups = node.integer("group", 1);
    return (gradient, adjoints) -> {
      if (adjoints.wanted(x)) {
        adjoints.add(x, image(graph, gradient, w, windows, groups));
      }
      if (adjoints.wanted(w)) {
        adjoints.add(w, weights(graph, gradient, x, filters, windows, groups));
      }
      if (node.has(2) && adjoints.wanted(node.input(2))) {
        long[] axes = LongStream.range(0, filters.length).filter(axis -> axis != 1).toArray();
        adjoints.add(node.input(2), graph.sum(gradient, false, axes));
      }
    };
  }

  private static String image(
      GraphBuilder graph, String gradient, String w, Windows windows, long groups) {
    return graph.node(
        "ConvTranspose",
        List.of(gradient, w),
        Attributes.integers("strides", windows.strides()),
        Attributes.integers("dilations", windows.dilations()),
        Attributes.integers("pads", windows.pads()),
        Attributes.integers("output_padding", windows.rest()),
        Attributes.integer("group", groups));
  }

  private static String weights(
      GraphBuilder graph, String gradient, String x, long[] filters, Windows windows, long groups) {
    if (groups == 1 && Boolean.getBoolean("swap")) {
      String turned =
          graph.node(
              "Conv",
              List.of(graph.transpose(x, 1, 0, 2, 3), graph.transpose(gradient, 1, 0, 2, 3)),
              Attributes.integers("strides", windows.dilations()),
              Attributes.integers("dilations", windows.strides()),
              Attributes.integers("pads", windows.pads()));
      return graph.transpose(turned, 1, 0, 2, 3);
    }
    long samples = graph.shape(x)[0];
    long perGroup = filters[1] * windows.size();
    String columns =
        graph.reshape(columns(graph, x, windows), samples, groups, perGroup, windows.places());
    String outputs =
        graph.reshape(gradient, samples, groups, filters[0] / groups, windows.places());
    String products = graph.node("MatMul", List.of(outputs, graph.transpose(columns, 0, 1, 3, 2)));
    return graph.reshape(graph.sum(products, false, 0), filters);
  }

  /** The windows as samples × (channels × values) × places. */
  private static String columns(GraphBuilder graph, String x, Windows windows) {
    int size = (int) windows.size();
    boolean whole = size == 1 && Arrays.stream(windows.strides()).allMatch(s -> s == 1);
    if (whole && Arrays.stream(windows.pads()).allMatch(p -> p == 0)) {
      return x;
    }
    int channels = (int) graph.shape(x)[1];
    float[] picks = new float[channels * size * size];
    for (int i = 0; i < channels * size; i++) {
      picks[i * size + i % size] = 1;
    }
    long[] dims =
        LongStream.concat(LongStream.of((long) channels * size, 1), Arrays.stream(windows.kernel()))
            .toArray();
    return graph.node(
        "Conv",
        List.of(x, graph.floats(picks, dims)),
        Attributes.integers("strides", windows.strides()),
        Attributes.integers("dilations", windows.dilations()),
        Attributes.integers("pads", windows.pads()),
        Attributes.integer("group", channels));
  }
}
