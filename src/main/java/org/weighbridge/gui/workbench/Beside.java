package org.weighbridge.gui.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Codecs;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * What the selected layer is compared with, wherever single weights are shown: the pinned run, or
 * the same weights by another coder in about as many bytes. There is one choice for all views, so
 * that they speak of the same rival.
 */
public final class Beside {
  /** What weights are compared with unless the user chooses another coder. */
  private static final String CODEBOOK = "codebook";

  private final JobRunner jobs;
  private final Reconstructing reconstructing;
  private final Measuring measuring;
  private final History<Configuration> history;
  private final ObjectProperty<Other> other = new SimpleObjectProperty<>(Other.CODER);
  private final StringProperty coder = new SimpleStringProperty(CODEBOOK);
  private final ReadOnlyObjectWrapper<@Nullable Rival> rival = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final List<ObservableBooleanValue> watchers = new ArrayList<>();
  private @Nullable Wish wished;
  private @Nullable RunningJob job;

  /** The two kinds of what can stand beside. */
  public enum Other {
    PINNED,
    /** The layer by another coder. */
    CODER
  }

  /** All that a rival depends on. */
  private record Wish(
      LayerId layer, Tensor original, String coder, Coding coding, long bytes, double near) {
    @SuppressWarnings("ReferenceEquality") // tensors never change: the same one has the same values
    boolean same(@Nullable Wish known) {
      return known != null
          && original == known.original
          && layer.equals(known.layer)
          && coder.equals(known.coder)
          && coding.equals(known.coding)
          && bytes == known.bytes
          && near == known.near;
    }
  }

  Beside(
      JobRunner jobs,
      Reconstructing reconstructing,
      Measuring measuring,
      History<Configuration> history,
      Runs runs) {
    this.jobs = jobs;
    this.reconstructing = reconstructing;
    this.measuring = measuring;
    this.history = history;
    reconstructing.current().addListener(change -> update());
    measuring.file().addListener(change -> update());
    history.moving().addListener(change -> update());
    other.addListener(change -> update());
    coder.addListener(change -> update());
    runs.pinned()
        .addListener((o, before, now) -> other.set(now == null ? Other.CODER : Other.PINNED));
  }

  /** A run is compared with as soon as it is pinned. */
  public ObjectProperty<Other> other() {
    return other;
  }

  /** The id of the wanted coder; where the layer has it already, its counterpart is taken. */
  public StringProperty coder() {
    return coder;
  }

  /**
   * The selected layer by another coder, of the size that the layer last came to rest at; null
   * without a layer, or while nobody looks.
   */
  public ReadOnlyObjectProperty<@Nullable Rival> rival() {
    return rival.getReadOnlyProperty();
  }

  /** Whether a rival is being looked for. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** A view that shows the rival while this is true: without any, none is looked for. */
  public void watch(ObservableBooleanValue watching) {
    watchers.add(watching);
    watching.addListener(change -> update());
    update();
  }

  @SuppressWarnings("ReferenceEquality") // of these very weights
  private void update() {
    var now = reconstructing.current().get();
    if (now == null || now.bound() == 0) {
      stop();
      rival.set(null);
      return;
    }
    var known = rival.get();
    if (known != null && known.original() != now.original()) {
      stop();
      rival.set(null);
    }
    if (other.get() != Other.CODER || watchers.stream().noneMatch(ObservableBooleanValue::get)) {
      stop();
      return;
    }
    var file = measuring.file().get();
    if (history.moving().get()
        || file == null
        || !file.configuration().equals(now.configuration())) {
      return; // what it is to be as large as is not known yet
    }
    file.value()
        .layer(now.layer())
        .map(
            report ->
                new Wish(
                    now.layer(),
                    now.original(),
                    rivalOf(now),
                    now.configuration().coding(),
                    report.bytes(),
                    now.bound()))
        .filter(next -> !next.same(wished))
        .ifPresent(this::look);
  }

  private void look(Wish wish) {
    stop();
    wished = wish;
    busy.set(true);
    var started =
        jobs.start(
            Lane.COUNT,
            "Coding %s with %s".formatted(wish.layer(), Codecs.label(wish.coder())),
            progress ->
                Rival.of(
                    wish.layer(),
                    wish.original(),
                    wish.coder(),
                    wish.coding(),
                    wish.bytes(),
                    wish.near(),
                    progress),
            rival::set);
    job = started;
    started.onEnd(
        end -> {
          if (job == started) {
            job = null;
            busy.set(false);
            if (end == RunningJob.State.FAILED) {
              rival.set(null); // of another wish, or none
            }
          }
        });
  }

  /** What is found stays, but is found again when it is wanted for something else. */
  private void stop() {
    if (job != null) {
      job.cancel();
      job = null;
      wished = null;
      busy.set(false);
    }
    if (rival.get() == null) {
      wished = null;
    }
  }

  private String rivalOf(Reconstruction current) {
    String own = current.configuration().coder(current.layer());
    if (!Rival.same(coder.get(), own)) {
      return coder.get();
    }
    return Rival.same(CODEBOOK, own) ? Codecs.DEFAULT : CODEBOOK;
  }
}
