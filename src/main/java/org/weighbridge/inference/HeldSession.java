package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * The path for fully connected layers: one session for all candidates, the changing weights an
 * input of it. A matrix product takes them as they come almost as fast as constant ones.
 */
final class HeldSession implements Path {
  private final Set<LayerId> changing;
  private final Weights weights;
  private final Feed feed;
  private final Forward forward;
  private final Weights.Lease constants;
  private final Session session;

  /**
   * Opens the session.
   *
   * @param graph a part of the network's; its inputs are what {@code feed} gives and the weights of
   *     {@code changing}, the other layers' weights are stubs
   * @param feed what goes in; not closed with this
   */
  HeldSession(
      ModelProto graph, Set<LayerId> changing, Weights weights, Feed feed, Forward forward) {
    this.changing = changing;
    this.weights = weights;
    this.feed = feed;
    this.forward = forward;
    constants = weights.of(weights.in(graph), Map.of());
    session = weights.open(graph, constants, OnnxRuntime.Memory.KEPT);
  }

  @Override
  public Answers ask(Map<LayerId, Tensor> replaced, Optional<int[]> right, Run run) {
    try (var inputs = weights.of(changing, replaced)) {
      return forward.ask(session, feed, inputs.tensors(), right, run);
    }
  }

  @Override
  public void close() {
    session.close();
    constants.close();
  }
}
