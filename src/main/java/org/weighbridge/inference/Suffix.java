package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/** The short way for one layer: only what its weights can change is computed. */
final class Suffix implements AutoCloseable {
  private final Feed feed;
  private final Path path;
  private int @Nullable [] unchanged;

  private Suffix(Feed feed, Path path) {
    this.feed = feed;
    this.path = path;
  }

  /**
   * Prepares the short way.
   *
   * @param feed the boundary of the cut; closed with this, also when this fails
   * @return empty when the boundary holds what cannot be passed on
   */
  static Optional<Suffix> open(
      Layer layer, GraphCut cut, Weights weights, Feed feed, Forward forward, Run run) {
    Suffix suffix = null;
    try {
      Optional<List<ValueInfoProto>> boundary = boundary(cut, feed, run);
      if (boundary.isPresent()) {
        suffix = new Suffix(feed, path(layer, cut, boundary.get(), weights, feed, forward));
      }
    } finally {
      if (suffix == null) {
        feed.close();
      }
    }
    return Optional.ofNullable(suffix);
  }

  private static Path path(
      Layer layer,
      GraphCut cut,
      List<ValueInfoProto> boundary,
      Weights weights,
      Feed feed,
      Forward forward) {
    if (!layer.fullyConnected()) {
      return new RebuiltSession(cut.suffix(boundary), weights, feed, forward);
    }
    List<ValueInfoProto> inputs = new ArrayList<>(boundary);
    inputs.add(Declarations.weights(layer.name(), layer.shape()));
    ModelProto graph = cut.suffix(inputs);
    return new HeldSession(graph, Set.of(layer.id()), weights, feed, forward);
  }

  private static Optional<List<ValueInfoProto>> boundary(GraphCut cut, Feed feed, Run run) {
    List<ValueInfoProto> declared = new ArrayList<>();
    try (Feed.Batch batch = feed.batch(0, run)) {
      for (String name : cut.boundary()) {
        Declarations.like(name, batch.tensors().get(name)).ifPresent(declared::add);
      }
    }
    return declared.size() == cut.boundary().size() ? Optional.of(declared) : Optional.empty();
  }

  /**
   * Asks about every sample with other weights of the one layer.
   *
   * <p>Another order of summation can tip a sample whose two best classes are equal within the last
   * bits. So the unchanged weights take this way once too, and a sample counts as changed only if
   * it differs from that. Margins and losses are as this way has them.
   *
   * @param before what the whole unchanged network predicts
   */
  Answers ask(Map<LayerId, Tensor> replaced, int[] before, int[] right, Run run) {
    int[] reference = unchanged(right, run);
    var answers = path.ask(replaced, Optional.of(right), run);
    int[] predicted = answers.predicted().clone();
    for (int i = 0; i < predicted.length; i++) {
      if (predicted[i] == reference[i]) {
        predicted[i] = before[i];
      }
    }
    return answers.withPredicted(predicted);
  }

  /** How often the next call goes through all samples. */
  int passes() {
    return unchanged == null ? 2 : 1;
  }

  /** What the unchanged weights predict on this way. */
  private int[] unchanged(int[] right, Run run) {
    int[] known = unchanged;
    if (known == null) {
      known = path.ask(Map.of(), Optional.of(right), run).predicted();
      unchanged = known;
    }
    return known;
  }

  @Override
  public void close() {
    path.close();
    feed.close();
  }
}
