package org.weighbridge.gui.bounds;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.weighbridge.codec.Codecs;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.Scale;
import org.weighbridge.gui.chart.Steps;
import org.weighbridge.gui.workbench.BoundRange;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Prediction;
import org.weighbridge.gui.workbench.Workbench;

/** What one layer is set to on the axis of its coder, and what it is predicted to cost. */
public final class BoundRowViewModel {
  /** Powers of ten. */
  private static final double FINE = 0.025;

  private final Workbench workbench;
  private final LayerFacts layer;
  private final ReadOnlyObjectWrapper<BoundRange> range;
  private final DoubleProperty exponent = new SimpleDoubleProperty();
  private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper selected = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
  private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Scale> scale = new ReadOnlyObjectWrapper<>(Scale.BOUNDS);
  private final ReadOnlyBooleanWrapper choosable = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper coder = new ReadOnlyStringWrapper();

  /** The range of error bounds, however far it grew. */
  private BoundRange reach;

  private boolean following;
  private boolean dragging;

  BoundRowViewModel(Workbench workbench, LayerFacts layer) {
    this.workbench = workbench;
    this.layer = layer;
    reach = layer.boundRange();
    range = new ReadOnlyObjectWrapper<>(reach);
    exponent.addListener((o, before, now) -> moved(now.doubleValue()));
    mark();
  }

  public String name() {
    return layer.layer().name();
  }

  public int index() {
    return layer.index();
  }

  /** What the slider is read by. */
  public ReadOnlyObjectProperty<Scale> scale() {
    return scale.getReadOnlyProperty();
  }

  /** Whether the layer's coder leaves anything to choose. */
  public ReadOnlyBooleanProperty choosable() {
    return choosable.getReadOnlyProperty();
  }

  /** What stands in the place of the slider where there is nothing to choose. */
  public ReadOnlyStringProperty nothing() {
    return nothing.getReadOnlyProperty();
  }

  /** The id of the layer's coder. */
  public ReadOnlyStringProperty coder() {
    return coder.getReadOnlyProperty();
  }

  /** Codes this layer with a coder of its own. */
  public void use(String other) {
    select();
    workbench.coders().use(layer.id(), other);
  }

  /** What the slider reaches; it grows when a bound lies outside, and never shrinks. */
  public ReadOnlyObjectProperty<BoundRange> range() {
    return range.getReadOnlyProperty();
  }

  /** The decimal logarithm of the place; setting it moves the layer. */
  public DoubleProperty exponent() {
    return exponent;
  }

  /** What the layer is set to, as text. */
  public ReadOnlyStringProperty bound() {
    return typed.getReadOnlyProperty();
  }

  /** Predicted loss and size, or measured size. */
  public ReadOnlyStringProperty effect() {
    return effect.getReadOnlyProperty();
  }

  /** What is known along the slider. */
  ReadOnlyObjectProperty<Marks> marks() {
    return marks.getReadOnlyProperty();
  }

  /** Whether this layer alone is predicted to lose more than the budget. */
  public ReadOnlyBooleanProperty over() {
    return over.getReadOnlyProperty();
  }

  /**
   * The next coarser or finer step; of bounds the next of 1, 2, 5, 10, or one fortieth of a power
   * of ten away.
   */
  public void step(boolean up, boolean fine) {
    double place = workbench.bounds().lastPlace(layer.id());
    double next =
        fine && !scale.get().stepped()
            ? Steps.round(place * Math.pow(10, up ? FINE : -FINE))
            : scale.get().next(place, up);
    workbench.bounds().set(layer.id(), next);
  }

  public ReadOnlyBooleanProperty selected() {
    return selected.getReadOnlyProperty();
  }

  /** Whether the layer is carried along losslessly. */
  public ReadOnlyBooleanProperty locked() {
    return locked.getReadOnlyProperty();
  }

  public void lock(boolean lossless) {
    workbench.bounds().lock(layer.id(), lossless);
  }

  public void select() {
    workbench.selected().set(layer.id());
  }

  /** Tells whether the slider is being dragged: a whole drag is one step of the history. */
  public void dragged(boolean now) {
    dragging = now;
    workbench.history().settle();
  }

  /** Takes what somebody typed, such as {@code 2e-2}, {@code 0,02}, {@code 5 bits}. */
  public void type(String text) {
    Scales.typed(workbench.bounds().axis(layer.id()), text)
        .ifPresent(place -> workbench.bounds().set(layer.id(), place));
    // set twice: what was typed must give way even when the bound is the same
    typed.set("");
    showBound();
  }

  private void moved(double power) {
    if (following) {
      return;
    }
    workbench.bounds().move(layer.id(), scale.get().snap(Math.pow(10, power)));
    showBound(); // between two steps nothing has changed, and the thumb goes back
    if (!dragging) {
      workbench.history().settle();
    }
  }

  /** The curves or the budget are others. */
  void mark() {
    marks.set(known());
    update();
  }

  private Marks known() {
    return workbench
        .assessing()
        .curve(workbench.history().get(), layer.id())
        .map(curve -> Marks.of(curve, workbench.lossBudget().get()))
        .orElse(Marks.NONE);
  }

  void update() {
    if (!workbench.history().get().coder(layer.id()).equals(coder.get())) {
      marks.set(known());
    }
    selected.set(layer.id().equals(workbench.selected().get()));
    showBound();
    over.set(!locked.get() && marks.get().forbids(workbench.bounds().lastPlace(layer.id())));
    effect.set(words());
  }

  private void showBound() {
    locked.set(workbench.bounds().locked(layer.id()));
    double place = workbench.bounds().lastPlace(layer.id());
    var axis = workbench.bounds().axis(layer.id());
    following = true;
    coder.set(workbench.history().get().coder(layer.id()));
    scale.set(Scales.of(axis));
    nothing.set(Codecs.label(coder.get()) + " leaves nothing to choose");
    choosable.set(Scales.choosable(axis));
    if (!scale.get().stepped()) {
      reach = reach.including(place);
    }
    range.set(scale.get().stepped() ? workbench.bounds().range(layer.id()) : reach);
    exponent.set(Math.log10(place));
    following = false;
    typed.set(locked.get() ? "lossless" : scale.get().text(place));
  }

  private String words() {
    if (locked.get()) {
      return Numbers.bytes(layer.bytes()) + " raw";
    }
    var measured = workbench.measuredFile().flatMap(m -> m.layer(layer.id()));
    var prediction = workbench.prediction().get();
    var predicted =
        prediction == null ? Optional.<Prediction.OfLayer>empty() : prediction.layer(layer.id());
    String loss = predicted.map(p -> Numbers.points(-p.lossPoints())).orElse("");
    String size =
        measured
            .map(m -> Numbers.bytes(m.bytes()))
            .or(() -> predicted.map(p -> "≈ " + Numbers.bytes(p.bytes())))
            .orElse("");
    return ((over.get() ? "over  " : "") + loss + "  " + size).strip();
  }
}
