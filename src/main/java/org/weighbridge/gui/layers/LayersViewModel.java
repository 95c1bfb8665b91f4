package org.weighbridge.gui.layers;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;

/** The layers of the network that is shown and the selected one. */
public final class LayersViewModel {
  private final Workbench workbench;
  private final ObservableList<LayerFacts> layers = FXCollections.observableArrayList();

  public LayersViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.pruning().shown().addListener(change -> update());
    update();
  }

  public ObservableList<LayerFacts> layers() {
    return layers;
  }

  public ObjectProperty<@Nullable LayerId> selected() {
    return workbench.selected();
  }

  /** Rows change in place, so that a drag over densities moves neither selection nor scrolling. */
  @SuppressWarnings("ReferenceEquality") // layers that are the same are shared
  private void update() {
    var subject = workbench.pruning().shown().get();
    var now = subject == null ? List.<LayerFacts>of() : subject.layers();
    if (!ids(now).equals(ids(layers))) {
      layers.setAll(now);
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i) != layers.get(i)) {
        layers.set(i, now.get(i));
      }
    }
  }

  private static List<LayerId> ids(List<LayerFacts> layers) {
    return layers.stream().map(LayerFacts::id).toList();
  }
}
