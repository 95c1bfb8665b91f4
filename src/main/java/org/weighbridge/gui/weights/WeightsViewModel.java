package org.weighbridge.gui.weights;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.DataTable;
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

  /** The bins of the histogram. */
  DataTable data() {
    var rows = new ArrayList<List<String>>();
    var shown = layer.get();
    if (shown != null) {
      var histogram = shown.histogram();
      for (int i = 0; i < histogram.counts().size(); i++) {
        rows.add(
            List.of(
                String.valueOf(histogram.edge(i)),
                String.valueOf(histogram.edge(i + 1)),
                String.valueOf(histogram.counts().get(i))));
      }
    }
    return new DataTable(List.of("weight from", "weight to", "count"), rows);
  }

  private void update() {
    layer.set(workbench.selectedLayer().orElse(null));
  }
}
