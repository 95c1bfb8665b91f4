package org.weighbridge.gui.pruning;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;
import org.weighbridge.prune.PruningRule;

/** A rule for the selected layer or for all; every layer keeps the rule it was given last. */
public final class PruningViewModel {
  private final Workbench workbench;
  private final ObjectProperty<Criterion> criterion = new SimpleObjectProperty<>(Criterion.DENSITY);
  private final DoubleProperty value = new SimpleDoubleProperty(Criterion.DENSITY.usual());
  private final BooleanProperty allLayers = new SimpleBooleanProperty(true);
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper unready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unpruned = new ReadOnlyBooleanWrapper();

  public PruningViewModel(Workbench workbench) {
    this.workbench = workbench;
    criterion.addListener((o, before, now) -> value.set(now.usual()));
    workbench.subject().addListener(change -> update());
    workbench.selected().addListener(change -> update());
    update();
  }

  public ObjectProperty<Criterion> criterion() {
    return criterion;
  }

  public DoubleProperty value() {
    return value;
  }

  public BooleanProperty allLayers() {
    return allLayers;
  }

  /** How many weights of the selected layer are kept. */
  public ReadOnlyStringProperty state() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty unready() {
    return unready.getReadOnlyProperty();
  }

  /** Whether the network is as its file has it. */
  public ReadOnlyBooleanProperty unpruned() {
    return unpruned.getReadOnlyProperty();
  }

  public void apply() {
    var subject = workbench.subject().get();
    if (subject == null) {
      return;
    }
    PruningRule rule = criterion.get().rule(value.get());
    var rules = new LinkedHashMap<LayerId, PruningRule>(subject.pruning());
    for (LayerFacts layer : subject.layers()) {
      if (allLayers.get() || layer.id().equals(workbench.selected().get())) {
        rules.put(layer.id(), rule);
      }
    }
    workbench.prune(rules);
  }

  /** Goes back to the network as its file has it. */
  public void reset() {
    workbench.prune(Map.of());
  }

  private void update() {
    var subject = workbench.subject().get();
    unready.set(subject == null);
    unpruned.set(subject == null || subject.pruning().isEmpty());
    state.set(
        workbench
            .selectedLayer()
            .map(
                layer ->
                    "%s of %s kept · %s"
                        .formatted(
                            Numbers.count(layer.kept()),
                            Numbers.count(layer.weights()),
                            layer.layer().name()))
            .orElse("no layer selected"));
  }
}
