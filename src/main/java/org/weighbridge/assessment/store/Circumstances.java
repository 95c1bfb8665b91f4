package org.weighbridge.assessment.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.inference.MarginNoise;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.network.SmallTensor;

/**
 * Everything beside the coding that a measured loss depends on. Hashes are computed when they are
 * asked for, once.
 */
public final class Circumstances {
  /** How losses of unseen samples are judged; another way of judging needs another name. */
  private static final String JUDGED = "scaled margins, at least as counted, noise ";

  private final Network network;
  private final Dataset samples;
  private final Preprocessing preprocessing;
  private final Optional<MarginNoise> noise;
  private @Nullable String networkHash;

  /**
   * Circumstances of measuring.
   *
   * @param noise how losses are judged: as expected of unseen samples, or as counted
   */
  public Circumstances(
      Network network, Dataset samples, Preprocessing preprocessing, Optional<MarginNoise> noise) {
    this.network = network;
    this.samples = samples;
    this.preprocessing = preprocessing;
    this.noise = noise;
  }

  /**
   * The network's graph and every value in it: a pruned network has the file's hash of the network
   * it was made of, but not its weights.
   */
  synchronized String network(Progress progress) {
    if (networkHash == null) {
      var hash = new ContentHash().add(network.hash());
      for (Layer layer : network.layers()) {
        hash.add(layer.name()).add(layer.weights(), progress);
      }
      for (SmallTensor tensor : network.smallTensors()) {
        hash.add(tensor.id().name()).add(tensor.values(), progress);
      }
      networkHash = hash.hex();
    }
    return networkHash;
  }

  /** The samples, what is done to them, and how losses are judged. */
  String samples() {
    return new ContentHash()
        .add(samples.hash())
        .add(samples.split().name())
        .add(preprocessing.toString())
        .add(noise.map(between -> JUDGED + between.scale()).orElse("counted"))
        .hex();
  }
}
