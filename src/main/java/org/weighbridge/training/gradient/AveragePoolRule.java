package org.weighbridge.training.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Means of windows: each window's gradient in equal shares to what it covers. */
final class AveragePoolRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String x = node.input(0);
    var windows = Windows.of(node, graph);
    boolean padsCount = node.integer("count_include_pad", 0) != 0;
    if (padsCount && node.integer("ceil_mode", 0) != 0) {
      throw Refusals.of(graph, node, "ceil_mode together with count_include_pad");
    }
    return (gradient, adjoints) -> {
      if (!adjoints.wanted(x)) {
        return;
      }
      long channels = graph.shape(x)[1];
      float[] ones = new float[Math.toIntExact(channels * windows.size())];
      Arrays.fill(ones, 1);
      long[] kernel =
          LongStream.concat(LongStream.of(channels, 1), Arrays.stream(windows.kernel())).toArray();
      long[] places =
          LongStream.concat(LongStream.of(1, 1), Arrays.stream(windows.count())).toArray();
      String shares = graph.mul(gradient, graph.floats(shares(windows, padsCount), places));
      adjoints.add(
          x,
          graph.node(
              "ConvTranspose",
              List.of(shares, graph.floats(ones, kernel)),
              Attributes.integers("strides", windows.strides()),
              Attributes.integers("dilations", windows.dilations()),
              Attributes.integers("pads", windows.pads()),
              Attributes.integers("output_padding", windows.rest()),
              Attributes.integer("group", channels)));
    };
  }

  /** One over the number of values that count in each window. */
  private static float[] shares(Windows windows, boolean padsCount) {
    float[] shares = {1f};
    for (int axis = 0; axis < windows.axes(); axis++) {
      int count = (int) windows.count()[axis];
      float[] finer = new float[shares.length * count];
      for (int i = 0; i < finer.length; i++) {
        finer[i] =
            shares[i / count]
                / (padsCount ? windows.kernel()[axis] : covered(windows, axis, i % count));
      }
      shares = finer;
    }
    return shares;
  }

  /** How many values of the image a window covers along an axis. */
  private static long covered(Windows windows, int axis, long place) {
    long from = place * windows.strides()[axis] - windows.before()[axis];
    long step = windows.dilations()[axis];
    return LongStream.range(0, windows.kernel()[axis])
        .map(i -> from + i * step)
        .filter(at -> at >= 0 && at < windows.image()[axis])
        .count();
  }
}
