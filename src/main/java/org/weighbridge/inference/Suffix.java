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
   * The predicted class of every sample with other weights of the one layer.
   *
   * <p>Another order of summation can tip a sample whose two best classes are equal within the last
   * bits. So the unchanged weights take this way once too, and a sample counts as changed only if
   * it differs from that.
   *
   * @param before what the whole unchanged network predicts
   */
  int[] predict(Map<LayerId, Tensor> replaced, int[] before, Run run) {
    int[] reference = unchanged(run);
    int[] predictions = path.predict(replaced, run);
    for (int i = 0; i < predictions.length; i++) {
      if (predictions[i] == reference[i]) {
        predictions[i] = before[i];
      }
    }
    return predictions;
  }

  /** How often the next call goes through all samples. */
  int passes() {
    return unchanged == null ? 2 : 1;
  }

  /** What the unchanged weights predict on this way. */
  int[] unchanged(Run run) {
    int[] known = unchanged;
    if (known == null) {
      known = path.predict(Map.of(), run);
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
