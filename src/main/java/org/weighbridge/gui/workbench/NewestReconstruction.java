package org.weighbridge.gui.workbench;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.job.Job;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * Decodes one layer at a time. Of wishes that follow faster than they can be met only the newest is
 * kept; one of the same layer under way is left to end, so that a drag shows as many as can be had.
 */
final class NewestReconstruction {
  private final JobRunner jobs;
  private final ModelEncoder encoder;
  private final ReadOnlyObjectWrapper<@Nullable Reconstruction> latest =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private @Nullable Wish wish;
  private @Nullable Wish underWay;
  private @Nullable RunningJob job;

  private record Wish(Object of, LayerId layer, Configuration configuration, Job<Network> network) {
    @SuppressWarnings("ReferenceEquality") // the very network
    boolean sameLayer(@Nullable Wish other) {
      return other != null && of == other.of && layer.equals(other.layer);
    }

    boolean same(@Nullable Wish other) {
      return sameLayer(other) && other != null && configuration.equals(other.configuration);
    }
  }

  NewestReconstruction(JobRunner jobs, ModelEncoder encoder) {
    this.jobs = jobs;
    this.encoder = encoder;
  }

  ReadOnlyObjectProperty<@Nullable Reconstruction> latest() {
    return latest.getReadOnlyProperty();
  }

  /** Whether the latest is not of what was wished last. */
  ReadOnlyBooleanProperty stale() {
    return stale.getReadOnlyProperty();
  }

  /**
   * Wishes a layer decoded.
   *
   * @param of tells networks apart, by identity
   * @param network finds it, off the window's thread
   */
  void want(Object of, LayerId layer, Configuration configuration, Job<Network> network) {
    var next = new Wish(of, layer, configuration, network);
    if (next.same(wish)) {
      return;
    }
    if (!next.sameLayer(wish)) {
      forget();
    }
    wish = next;
    stale.set(true);
    if (job == null) {
      start(next);
    }
  }

  /** The latest is of an older configuration, and not decoded anew yet. */
  void outdate() {
    stale.set(latest.get() != null);
  }

  void forget() {
    wish = null;
    if (job != null) {
      job.cancel();
      job = null;
    }
    latest.set(null);
    stale.set(false);
  }

  private void start(Wish begun) {
    underWay = begun;
    var started =
        jobs.start(
            Lane.VIEW,
            "Decoding " + begun.layer(),
            progress -> reconstruct(begun, progress),
            found -> {
              if (begun.sameLayer(wish)) {
                latest.set(found);
                stale.set(!begun.same(wish));
              }
            });
    job = started;
    started.onEnd(
        end -> {
          if (job == started) {
            job = null;
            if (wish != null && !wish.same(underWay)) {
              start(wish);
            }
          }
        });
  }

  private Reconstruction reconstruct(Wish asked, Progress progress) {
    var network = asked.network().run(progress);
    var layer =
        network
            .layer(asked.layer())
            .orElseThrow(() -> new IllegalStateException("no layer " + asked.layer()));
    var decoded = encoder.values(network, asked.layer(), asked.configuration(), progress);
    return new Reconstruction(
        asked.layer(),
        asked.configuration(),
        layer.weights(),
        decoded,
        bound(asked.configuration().setting(asked.layer()), layer.weights(), decoded));
  }

  /** The bound that was asked for, or the one that was reached; 0 where nothing was changed. */
  private static double bound(Optional<Setting> setting, Tensor weights, Tensor decoded) {
    return setting
        .map(
            asked ->
                asked instanceof ErrorBound bound
                    ? bound.absoluteFor(weights.values())
                    : ReachedBound.of(weights.values(), decoded.values()))
        .orElse(0.0);
  }
}
