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
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.Steps;
import org.weighbridge.gui.input.NumberInput;
import org.weighbridge.gui.workbench.BoundRange;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Prediction;
import org.weighbridge.gui.workbench.Workbench;

/** The bound of one layer and what it is predicted to cost. */
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
  private boolean following;
  private boolean dragging;

  BoundRowViewModel(Workbench workbench, LayerFacts layer) {
    this.workbench = workbench;
    this.layer = layer;
    range = new ReadOnlyObjectWrapper<>(layer.boundRange());
    exponent.addListener((o, before, now) -> moved(now.doubleValue()));
    mark();
  }

  public String name() {
    return layer.layer().name();
  }

  public int index() {
    return layer.index();
  }

  /** What the slider reaches; it grows when a bound lies outside, and never shrinks. */
  public ReadOnlyObjectProperty<BoundRange> range() {
    return range.getReadOnlyProperty();
  }

  /** The decimal logarithm of the bound; setting it moves the bound. */
  public DoubleProperty exponent() {
    return exponent;
  }

  /** The bound as text. */
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

  /** The next larger or smaller bound of 1, 2, 5, 10, or one fortieth of a power of ten away. */
  public void step(boolean up, boolean fine) {
    double bound = workbench.bounds().lastPlace(layer.id());
    double next =
        fine
            ? Steps.round(bound * Math.pow(10, up ? FINE : -FINE))
            : up ? Steps.stepUp(bound) : Steps.stepDown(bound);
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

  /** Takes what somebody typed, such as {@code 2e-2} or {@code 0,02}. */
  public void type(String text) {
    NumberInput.parse(text).ifPresent(bound -> workbench.bounds().set(layer.id(), bound));
    // set twice: what was typed must give way even when the bound is the same
    typed.set("");
    showBound();
  }

  private void moved(double power) {
    if (following) {
      return;
    }
    workbench.bounds().move(layer.id(), Steps.round(Math.pow(10, power)));
    if (!dragging) {
      workbench.history().settle();
    }
  }

  /** The curves or the budget are others. */
  void mark() {
    marks.set(
        Optional.ofNullable(workbench.assessing().assessment().get())
            .flatMap(assessment -> assessment.curve(layer.id()))
            .map(curve -> Marks.of(curve, workbench.lossBudget().get()))
            .orElse(Marks.NONE));
    update();
  }

  void update() {
    selected.set(layer.id().equals(workbench.selected().get()));
    showBound();
    over.set(!locked.get() && marks.get().forbids(workbench.bounds().lastPlace(layer.id())));
    effect.set(words());
  }

  private void showBound() {
    locked.set(workbench.bounds().locked(layer.id()));
    double bound = workbench.bounds().lastPlace(layer.id());
    following = true;
    range.set(range.get().including(bound));
    exponent.set(Math.log10(bound));
    following = false;
    typed.set(locked.get() ? "lossless" : Numbers.bound(bound));
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
