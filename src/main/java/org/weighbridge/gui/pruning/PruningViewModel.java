package org.weighbridge.gui.pruning;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.weighbridge.experiment.Grain;
import org.weighbridge.experiment.PruningMethod;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Subject;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;

/** The method, a row per layer, and what is left of the whole network. */
public final class PruningViewModel {
  private final Workbench workbench;
  private final ObjectProperty<PruningMethod> method = new SimpleObjectProperty<>();
  private final ObjectProperty<Grain> grain = new SimpleObjectProperty<>();
  private final BooleanProperty linked = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<List<PruningRowViewModel>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper unready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper single = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper common = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unpruned = new ReadOnlyBooleanWrapper();
  private List<LayerId> layers = List.of();

  public PruningViewModel(Workbench workbench) {
    this.workbench = workbench;
    method.set(workbench.pruning().choices().get().method());
    method.addListener((o, before, now) -> workbench.pruning().setMethod(now));
    grain.set(workbench.pruning().choices().get().grain());
    grain.addListener((o, before, now) -> workbench.pruning().setGrain(now));
    workbench.pruning().choices().current().addListener(change -> update());
    workbench.pruning().shown().addListener(change -> update());
    workbench.selected().addListener(change -> update());
    workbench.retraining().running().addListener(change -> update());
    workbench.retraining().result().addListener(change -> update());
    update();
  }

  public ObjectProperty<PruningMethod> method() {
    return method;
  }

  /** What stays or goes together. */
  public ObjectProperty<Grain> grain() {
    return grain;
  }

  /** Whether the method knows single weights only. */
  public ReadOnlyBooleanProperty single() {
    return single.getReadOnlyProperty();
  }

  /** Whether the sliders of all layers move together. */
  public BooleanProperty linked() {
    return linked;
  }

  public ReadOnlyObjectProperty<List<PruningRowViewModel>> rows() {
    return rows.getReadOnlyProperty();
  }

  /** How many weights of the whole network are kept. */
  public ReadOnlyStringProperty kept() {
    return kept.getReadOnlyProperty();
  }

  /** Whether there is no network to prune, or a training of it to be ended before. */
  public ReadOnlyBooleanProperty unready() {
    return unready.getReadOnlyProperty();
  }

  /** Whether the method has one number for all layers. */
  public ReadOnlyBooleanProperty common() {
    return common.getReadOnlyProperty();
  }

  /** Whether nothing is pruned. */
  public ReadOnlyBooleanProperty unpruned() {
    return unpruned.getReadOnlyProperty();
  }

  /** Takes all pruning back. */
  public void reset() {
    workbench.pruning().reset();
  }

  private void update() {
    var shown = workbench.pruning().shown().get();
    var choices = workbench.pruning().choices().get();
    var training = workbench.retraining();
    unready.set(
        shown == null || training.running().get() != null || training.result().get() != null);
    unpruned.set(choices.isEmpty() || unready.get());
    method.set(choices.method());
    grain.set(choices.grain());
    single.set(!choices.method().allows(Grain.NEURONS));
    common.set(choices.method().common());
    kept.set(
        shown == null
            ? "no model"
            : training.result().get() != null ? "Keep or discard first." : words(shown));
    var now =
        shown == null ? List.<LayerId>of() : shown.layers().stream().map(LayerFacts::id).toList();
    if (shown != null && !now.equals(layers)) {
      rows.set(
          shown.layers().stream()
              .map(layer -> new PruningRowViewModel(workbench, layer, now, linked))
              .toList());
    }
    layers = now;
    rows.get().forEach(PruningRowViewModel::update);
  }

  private static String words(Subject shown) {
    long weights = shown.layers().stream().mapToLong(LayerFacts::weights).sum();
    long left = shown.layers().stream().mapToLong(LayerFacts::kept).sum();
    return "%s of %s weights kept, %s"
        .formatted(
            Numbers.count(left),
            Numbers.count(weights),
            PruningScale.percent((double) left / weights));
  }
}
