package org.weighbridge.gui.weights;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.mask.MaskMode;
import org.weighbridge.gui.mask.MaskSource;
import org.weighbridge.gui.rival.RivalWords;
import org.weighbridge.gui.workbench.Beside.Other;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Reconstruction;
import org.weighbridge.gui.workbench.Region;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.Layer;
import org.weighbridge.report.MaskImage;
import org.weighbridge.report.ValueImage;
import org.weighbridge.tensor.Tensor;

/** The selected layer as the mask card shows it: alone, or beside another coding of it. */
public final class MaskViewModel {
  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<@Nullable Pictures> pictures = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");
  private final BooleanProperty compare = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper comparable = new ReadOnlyBooleanWrapper();

  /**
   * What is shown.
   *
   * @param beside another coding of it, null for nothing
   * @param full whether no weight of the layer is zero, so that its mask says nothing
   */
  public record Pictures(MaskSource current, @Nullable MaskSource beside, boolean full) {}

  public MaskViewModel(Workbench workbench) {
    this.workbench = workbench;
    var decoding = workbench.reconstructing();
    workbench.pruning().shown().addListener(change -> update());
    workbench.selected().addListener(change -> update());
    workbench.region().addListener(change -> update());
    var beside = workbench.beside();
    beside.rival().addListener(change -> update());
    beside.busy().addListener(change -> update());
    beside.other().addListener(change -> update());
    workbench.runs().pinned().addListener((o, before, now) -> compare.set(now != null));
    workbench.runs().pinned().addListener(change -> update());
    beside.watch(compare);
    decoding.current().addListener(change -> update());
    decoding.pinned().addListener(change -> update());
    decoding.stale().addListener(change -> update());
    compare.addListener(change -> update());
    update();
  }

  /** Null while no layer is selected. */
  public ReadOnlyObjectProperty<@Nullable Pictures> pictures() {
    return pictures.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty subtitle() {
    return subtitle.getReadOnlyProperty();
  }

  /** What the subtitle has no room for. */
  public ReadOnlyStringProperty details() {
    return details.getReadOnlyProperty();
  }

  /** Whether another coding is shown beside: a run is as soon as it is pinned. */
  public BooleanProperty compare() {
    return compare;
  }

  /**
   * The layer at hand in a mode; where another coding is beside it, which is not in the figure,
   * title and name say which one is.
   *
   * @param mode what is shown of the weights
   */
  Optional<CardFigure> figure(MaskMode mode) {
    var now = pictures.get();
    var layer = workbench.selectedLayer().map(LayerFacts::layer).orElse(null);
    if (now == null || layer == null || !now.current().original().equals(layer.weights())) {
      return Optional.empty();
    }
    var source = now.current();
    var decoded = source.decoded();
    if (decoded == null) {
      return mode.ofDecoded() || source.asDecoded()
          ? Optional.empty()
          : Optional.of(figure(mode, layer, layer.weights(), ""));
    }
    String words = source.caption().isEmpty() ? "" : ", " + source.caption();
    return switch (mode) {
      case MASK, WEIGHTS ->
          Optional.of(
              figure(
                  mode,
                  layer,
                  source.asDecoded() ? decoded : layer.weights(),
                  source.asDecoded() ? words : ""));
      case ERROR ->
          source.bound() > 0
              ? Optional.of(
                  new CardFigure(
                      "errors of " + layer.name() + words,
                      () -> ValueImage.errors(layer, decoded, source.bound(), words)))
              : Optional.empty();
      case BINS ->
          Optional.of(
              new CardFigure(
                  "decoded values of " + layer.name() + words,
                  () -> ValueImage.ranks(layer, decoded, words)));
    };
  }

  private static CardFigure figure(MaskMode mode, Layer layer, Tensor values, String words) {
    return mode == MaskMode.MASK
        ? new CardFigure(
            "sparsity mask of " + layer.name() + words,
            () -> MaskImage.figure(layer.withWeights(values), words))
        : new CardFigure(
            "weights of " + layer.name() + words, () -> ValueImage.weights(layer, values, words));
  }

  Workbench workbench() {
    return workbench;
  }

  /** Whether there is something to compare with: no run that is not pinned. */
  public ReadOnlyBooleanProperty comparable() {
    return comparable.getReadOnlyProperty();
  }

  /** The part of the layer that is looked at; setting it tells all parts. */
  public ObjectProperty<@Nullable Region> region() {
    return workbench.region();
  }

  /** Looks at a part of the selected layer. */
  void brush(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    workbench
        .selectedLayer()
        .ifPresent(
            layer ->
                region().set(new Region(layer.id(), firstRow, lastRow, firstColumn, lastColumn)));
  }

  @SuppressWarnings("ReferenceEquality") // of these very weights, and not of a drag's
  private void update() {
    var layer = workbench.selectedLayer().orElse(null);
    comparable.set(
        workbench.beside().other().get() == Other.CODER || workbench.runs().pinned().get() != null);
    subtitle.set(words(layer));
    details.set(layer == null ? "" : whole(layer));
    if (layer == null) {
      pictures.set(null);
      return;
    }
    var now = of(layer, workbench.reconstructing().current().get());
    boolean known = now != null && now.original() == layer.layer().weights();
    var beside = compare.get() ? beside(layer) : null;
    var current =
        new MaskSource(
            layer.layer().name(),
            beside == null ? "" : known && now != null ? RivalWords.of(now) : "current",
            layer.layer().weights(),
            known && now != null ? now.decoded() : null,
            known && now != null ? now.bound() : 0,
            beside != null);
    pictures.set(
        new Pictures(current, beside, layer.weights() > 0 && layer.kept() == layer.weights()));
  }

  private @Nullable MaskSource beside(LayerFacts layer) {
    return workbench.beside().other().get() == Other.CODER
        ? rival(layer)
        : pinned(layer, workbench.runs().pinned().get());
  }

  private @Nullable MaskSource pinned(LayerFacts layer, @Nullable Run run) {
    if (run == null) {
      return null;
    }
    var then = of(layer, workbench.reconstructing().pinned().get());
    String name = layer.layer().name();
    String caption = "run " + run.number();
    return then == null
        ? new MaskSource(name, caption, layer.layer().weights(), null, 0, true)
        : new MaskSource(
            name,
            caption + ": " + RivalWords.of(then),
            then.original(),
            then.decoded(),
            then.bound(),
            true);
  }

  private @Nullable MaskSource rival(LayerFacts layer) {
    var rival = workbench.beside().rival().get();
    String name = layer.layer().name();
    if (rival == null || !rival.layer().equals(layer.id())) {
      return workbench.beside().busy().get()
          ? new MaskSource(name, "", layer.layer().weights(), null, 0, true)
          : null;
    }
    return new MaskSource(
        name,
        RivalWords.of(rival),
        rival.original(),
        rival.coded().decoded(),
        rival.coded().encoded().bound(),
        true);
  }

  private static @Nullable Reconstruction of(LayerFacts layer, @Nullable Reconstruction found) {
    return found != null && found.layer().equals(layer.id()) ? found : null;
  }

  private String words(@Nullable LayerFacts layer) {
    if (layer == null) {
      return "no layer selected";
    }
    if (workbench.reconstructing().stale().get()) {
      return "decoding…";
    }
    double percent = 100 * layer.sparsity();
    return layer.kept() == layer.weights()
        ? "no zeros"
        : percent > 99.5 && layer.kept() > 0
            ? "> 99 % zero"
            : Numbers.fixed(percent, 0) + " % zero";
  }

  private String whole(LayerFacts layer) {
    var region = workbench.region().get();
    return "%s: %s of %s weights are zero (%s)%s"
        .formatted(
            layer.layer().name(),
            Numbers.count(layer.weights() - layer.kept()),
            Numbers.count(layer.weights()),
            Numbers.percent(layer.sparsity()),
            region == null ? "" : "\nLooked at: " + region.words());
  }
}
