package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * The path that serves any change: all weights constant, in a session built for each candidate over
 * the same graph without them. ONNX Runtime prepares constant weights for its fastest kernels,
 * which is worth more for convolutions than building costs.
 */
final class RebuiltSession implements Path {
  private final ModelProto graph;
  private final Weights weights;
  private final Feed feed;
  private final Forward forward;

  /**
   * A path without a session yet.
   *
   * @param graph a part of the network's, its layers' weights as stubs
   * @param feed what goes in; not closed with this
   */
  RebuiltSession(ModelProto graph, Weights weights, Feed feed, Forward forward) {
    this.graph = graph;
    this.weights = weights;
    this.feed = feed;
    this.forward = forward;
  }

  @Override
  public Answers ask(Map<LayerId, Tensor> replaced, Optional<int[]> right, Run run) {
    try (var constants = weights.of(weights.in(graph), replaced);
        var session = weights.open(graph, constants, OnnxRuntime.Memory.KEPT)) {
      return forward.ask(session, feed, Map.of(), right, run);
    }
  }

  @Override
  public void close() {}
}
