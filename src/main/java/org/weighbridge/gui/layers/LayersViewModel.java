package org.weighbridge.gui.layers;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;

/** The layers of the network at hand and the selected one. */
public final class LayersViewModel {
  private final Workbench workbench;
  private final ObservableList<LayerFacts> layers = FXCollections.observableArrayList();

  public LayersViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.subject().addListener(change -> update());
    update();
  }

  public ObservableList<LayerFacts> layers() {
    return layers;
  }

  public ObjectProperty<@Nullable LayerId> selected() {
    return workbench.selected();
  }

  private void update() {
    var subject = workbench.subject().get();
    layers.setAll(subject == null ? List.of() : subject.layers());
  }
}
