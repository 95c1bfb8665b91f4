package org.weighbridge.gui.pruning;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.weighbridge.experiment.PruningMethod;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;

/** How far one layer is pruned, or all of them where they are linked. */
public final class PruningRowViewModel {
  private final Workbench workbench;
  private final LayerFacts layer;
  private final List<LayerId> all;
  private final BooleanProperty linked;
  private final DoubleProperty position = new SimpleDoubleProperty(1);
  private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper selected = new ReadOnlyBooleanWrapper();
  private boolean following;
  private boolean dragging;

  PruningRowViewModel(
      Workbench workbench, LayerFacts layer, List<LayerId> all, BooleanProperty linked) {
    this.workbench = workbench;
    this.layer = layer;
    this.all = all;
    this.linked = linked;
    position.addListener((o, before, now) -> moved(now.doubleValue()));
    update();
  }

  public String name() {
    return layer.layer().name();
  }

  public int index() {
    return layer.index();
  }

  /** The slider, 0 to 1; setting it moves the number. */
  public DoubleProperty position() {
    return position;
  }

  /** The number as text. */
  public ReadOnlyStringProperty value() {
    return typed.getReadOnlyProperty();
  }

  /** How many weights are kept. */
  public ReadOnlyStringProperty kept() {
    return kept.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty selected() {
    return selected.getReadOnlyProperty();
  }

  public void select() {
    workbench.selected().set(layer.id());
  }

  /** Tells whether the slider is being dragged: a whole drag is one step of the history. */
  public void dragged(boolean now) {
    dragging = now;
    workbench.pruning().settle();
  }

  /** Takes what somebody typed, such as {@code 8}, {@code 8 %} or {@code 0,02}. */
  public void type(String text) {
    PruningScale.of(method())
        .parse(text)
        .ifPresent(value -> workbench.pruning().set(concerned(), value));
    // set twice: what was typed must give way even when the number is the same
    typed.set("");
    showValue();
  }

  private void moved(double to) {
    if (following) {
      return;
    }
    double value = PruningScale.of(method()).at(to);
    workbench
        .pruning()
        .move(concerned(), Double.parseDouble(String.format(Locale.ROOT, "%.2e", value)));
    if (!dragging) {
      workbench.pruning().settle();
    }
  }

  private Collection<LayerId> concerned() {
    return linked.get() || method().common() ? all : List.of(layer.id());
  }

  private PruningMethod method() {
    return workbench.pruning().choices().get().method();
  }

  void update() {
    selected.set(layer.id().equals(workbench.selected().get()));
    showValue();
    var shown = workbench.pruning().shown().get();
    kept.set(
        shown == null
            ? ""
            : shown
                .layer(layer.id())
                .map(
                    facts ->
                        Numbers.count(facts.kept())
                            + " kept, "
                            + PruningScale.percent(1 - facts.sparsity()))
                .orElse(""));
  }

  private void showValue() {
    var scale = PruningScale.of(method());
    double value = workbench.pruning().choices().get().of(layer.id());
    following = true;
    position.set(scale.position(value));
    following = false;
    typed.set(scale.text(value));
  }
}
