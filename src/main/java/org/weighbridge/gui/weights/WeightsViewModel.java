package org.weighbridge.gui.weights;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Workbench;

/** The selected layer of the network that is shown. */
public final class WeightsViewModel {
  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<@Nullable LayerFacts> layer = new ReadOnlyObjectWrapper<>();

  public WeightsViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.pruning().shown().addListener(change -> update());
    workbench.selected().addListener(change -> update());
    update();
  }

  /** Null while no layer is selected. */
  public ReadOnlyObjectProperty<@Nullable LayerFacts> layer() {
    return layer.getReadOnlyProperty();
  }

  private void update() {
    layer.set(workbench.selectedLayer().orElse(null));
  }
}
