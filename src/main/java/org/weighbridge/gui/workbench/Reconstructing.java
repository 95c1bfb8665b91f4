package org.weighbridge.gui.workbench;

import java.util.OptionalLong;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Run;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/**
 * Decodes the selected layer, for views that show single weights: under the current configuration,
 * and under that of the pinned run.
 */
public final class Reconstructing {
  private static final long PACE_NANOS = 100_000_000L;

  private final ReadOnlyObjectProperty<@Nullable Subject> subject;
  private final ObjectProperty<@Nullable LayerId> selected;
  private final History<Configuration> history;
  private final Runs runs;
  private final NewestReconstruction current;
  private final NewestReconstruction pinned;
  private final LongSupplier clock;

  /** When a drag last began to decode. */
  private OptionalLong begun = OptionalLong.empty();

  /** What the pinned run pruned; of the newest pinned run only. */
  private volatile @Nullable Pruned pruned;

  private record Pruned(Run run, Network network) {}

  /**
   * Nothing is decoded yet.
   *
   * @param values codes the current configuration elsewhere too, and remembers what it decoded
   * @param clock in nanoseconds
   */
  Reconstructing(
      JobRunner jobs,
      ModelEncoder values,
      ReadOnlyObjectProperty<@Nullable Subject> subject,
      ObjectProperty<@Nullable LayerId> selected,
      History<Configuration> history,
      Runs runs,
      LongSupplier clock) {
    this.clock = clock;
    this.subject = subject;
    this.selected = selected;
    this.history = history;
    this.runs = runs;
    current = new NewestReconstruction(jobs, values);
    pinned = new NewestReconstruction(jobs, new ModelEncoder());
    subject.addListener(change -> follow());
    selected.addListener(change -> follow());
    history.current().addListener(change -> drag());
    history
        .moving()
        .addListener(
            change -> {
              begun = OptionalLong.empty();
              followCurrent();
            });
    runs.pinned().addListener(change -> followPinned());
  }

  /** The selected layer under the newest configuration that was decoded; null without any. */
  public ReadOnlyObjectProperty<@Nullable Reconstruction> current() {
    return current.latest();
  }

  /** Whether {@link #current} is of an older configuration than the current one. */
  public ReadOnlyBooleanProperty stale() {
    return current.stale();
  }

  /** The selected layer under the pinned run; null without one and until it is decoded. */
  public ReadOnlyObjectProperty<@Nullable Reconstruction> pinned() {
    return pinned.latest();
  }

  /** The changes pause: what a drag left out is decoded. */
  void catchUp() {
    followCurrent();
  }

  /** Views of single weights cost more than numbers: a drag shows them at a pace of their own. */
  private void drag() {
    long now = clock.getAsLong();
    if (history.moving().get() && begun.isPresent() && now - begun.getAsLong() < PACE_NANOS) {
      current.outdate();
    } else {
      begun = history.moving().get() ? OptionalLong.of(now) : OptionalLong.empty();
      followCurrent();
    }
  }

  private void follow() {
    followCurrent();
    followPinned();
  }

  private void followCurrent() {
    var network = subject.get();
    var layer = selected.get();
    if (network == null || layer == null || network.layer(layer).isEmpty()) {
      current.forget();
    } else {
      current.want(network, layer, history.get(), progress -> network.network());
    }
  }

  private void followPinned() {
    var at = subject.get();
    var layer = selected.get();
    var run = runs.pinned().get();
    var base = run == null ? null : runs.base(run);
    if (at == null || layer == null || base == null || at.layer(layer).isEmpty()) {
      pinned.forget();
    } else {
      pinned.want(run, layer, run.configuration(), progress -> networkOf(at, base, run, progress));
    }
  }

  private Network networkOf(Subject at, Base base, Run run, Progress progress) {
    if (at.is(base, run.pruning())) {
      return at.network();
    }
    var known = pruned;
    if (known == null || !known.run().equals(run)) {
      known = new Pruned(run, at.pruned(base, run.pruning(), progress).network());
      pruned = known;
    }
    return known.network();
  }
}
