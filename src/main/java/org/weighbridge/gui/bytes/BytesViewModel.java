package org.weighbridge.gui.bytes;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.DataTable;
import org.weighbridge.gui.chart.BytesRow;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;

/** The breakdown of every encoded layer of the newest measurement. */
public final class BytesViewModel {
  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<List<BytesRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper();

  public BytesViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.measuring().file().addListener(change -> update());
    workbench.history().current().addListener(change -> update());
    workbench.selected().addListener(change -> follow());
    follow();
    update();
  }

  public ReadOnlyObjectProperty<List<BytesRow>> rows() {
    return rows.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty subtitle() {
    return subtitle.getReadOnlyProperty();
  }

  /** The name of the selected layer, empty without one. */
  public ReadOnlyStringProperty selected() {
    return selected.getReadOnlyProperty();
  }

  /** The parts of every layer. */
  DataTable data() {
    return new DataTable(
        List.of(
            "layer",
            "index (bytes)",
            "values (bytes)",
            "outliers (bytes)",
            "tables (bytes)",
            "header (bytes)"),
        rows.get().stream()
            .map(
                row ->
                    List.of(
                        row.layer(),
                        String.valueOf(row.index()),
                        String.valueOf(row.values()),
                        String.valueOf(row.outliers()),
                        String.valueOf(row.tables()),
                        String.valueOf(row.header())))
            .toList());
  }

  public void select(String layer) {
    workbench.selected().set(new LayerId(layer));
  }

  private void follow() {
    var layer = workbench.selected().get();
    selected.set(layer == null ? "" : layer.name());
  }

  private void update() {
    var latest = workbench.measuring().file().get();
    if (latest == null) {
      rows.set(List.of());
      subtitle.set("nothing encoded yet");
      return;
    }
    subtitle.set(workbench.measuredFile().isPresent() ? "measured" : "stale: before the change");
    rows.set(latest.value().layers().stream().map(BytesViewModel::row).toList());
  }

  private static BytesRow row(LayerReport layer) {
    var breakdown = layer.breakdown();
    return new BytesRow(
        layer.layer().name(),
        breakdown.of(Part.INDEX),
        breakdown.of(Part.VALUES),
        breakdown.of(Part.OUTLIERS),
        breakdown.of(Part.TABLES),
        breakdown.of(Part.HEADER));
  }
}
