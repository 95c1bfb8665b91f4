package org.weighbridge.gui.weights;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.NewestJob;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Region;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.tensor.Tensor;

/**
 * How the weights of the selected layer are distributed, before coding and as decoded; of the
 * region that is looked at, when there is one. Counted off the window's thread.
 */
public final class WeightsViewModel {
  private final Workbench workbench;
  private final NewestJob counting;
  private final BooleanProperty keptOnly = new SimpleBooleanProperty(true);
  private final BooleanProperty logCount = new SimpleBooleanProperty(true);
  private final BooleanProperty withDecoded = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable WeightBars> bars = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper();
  private @Nullable Wish wished;

  /** All that the bars depend on. */
  private record Wish(
      LayerFacts layer, @Nullable Tensor decoded, @Nullable Region region, boolean keptOnly) {
    @SuppressWarnings("ReferenceEquality") // layers and tensors never change
    boolean same(@Nullable Wish other) {
      return other != null
          && layer == other.layer
          && decoded == other.decoded
          && keptOnly == other.keptOnly
          && java.util.Objects.equals(region, other.region);
    }
  }

  public WeightsViewModel(Workbench workbench) {
    this.workbench = workbench;
    counting = new NewestJob(workbench.jobs(), Lane.VIEW);
    workbench.pruning().shown().addListener(change -> update());
    workbench.selected().addListener(change -> update());
    workbench.region().addListener(change -> update());
    workbench.reconstructing().current().addListener(change -> update());
    workbench.reconstructing().stale().addListener(change -> update());
    keptOnly.addListener(change -> update());
    withDecoded.addListener(change -> update());
    update();
  }

  /** Whether zeros are left out. */
  public BooleanProperty keptOnly() {
    return keptOnly;
  }

  /** Whether the counts are on a logarithmic axis. */
  public BooleanProperty logCount() {
    return logCount;
  }

  /** Whether decoded weights are drawn over the original ones. */
  public BooleanProperty withDecoded() {
    return withDecoded;
  }

  /** Null while no layer is selected, and until it has been counted. */
  ReadOnlyObjectProperty<@Nullable WeightBars> bars() {
    return bars.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty subtitle() {
    return subtitle.getReadOnlyProperty();
  }

  /** The histogram that is shown. */
  Optional<CardFigure> figure() {
    var shown = bars.get();
    boolean log = logCount.get();
    String detail = subtitle.get();
    return shown == null || wished == null
        ? Optional.empty()
        : Optional.of(
            new CardFigure(
                "weights of " + wished.layer().layer().name(), () -> shown.figure(detail, log)));
  }

  private void update() {
    var layer = workbench.selectedLayer().orElse(null);
    if (layer == null) {
      counting.cancel();
      wished = null;
      bars.set(null);
      subtitle.set("no layer selected");
      return;
    }
    var region = workbench.region().get();
    subtitle.set(
        (keptOnly.get() ? "kept only" : "all")
            + (region == null ? "" : " in " + region.words())
            + ", "
            + layer.layer().name()
            + (workbench.reconstructing().stale().get() ? " · decoding…" : ""));
    var next = new Wish(layer, decoded(layer), region, keptOnly.get());
    if (next.same(wished)) {
      return;
    }
    if (wished == null || !wished.layer().id().equals(layer.id())) {
      bars.set(null);
    }
    wished = next;
    counting.start(
        "Counting weights of " + layer.layer().name(),
        progress ->
            WeightBars.of(
                layer.layer().weights(), next.decoded(), next.region(), !next.keptOnly(), progress),
        bars::set);
  }

  /** Of these very weights, under the newest configuration that was decoded; null before. */
  @SuppressWarnings("ReferenceEquality")
  private @Nullable Tensor decoded(LayerFacts layer) {
    var found = workbench.reconstructing().current().get();
    return withDecoded.get() && found != null && found.original() == layer.layer().weights()
        ? found.decoded()
        : null;
  }
}
