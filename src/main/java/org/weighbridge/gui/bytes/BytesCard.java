package org.weighbridge.gui.bytes;

import javafx.fxml.FXML;
import org.weighbridge.gui.chart.BytesChart;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.fxml.Fxml;

/** A bar per layer: positions, values, outliers, tables, header. */
public final class BytesCard extends ChartCard {
  @FXML private BytesChart chart;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public BytesCard(BytesViewModel model) {
    Fxml.fill(this);
    setData(model::data);
    subtitleProperty().bind(model.subtitle());
    model.rows().addListener((o, before, now) -> chart.setRows(now));
    chart.setRows(model.rows().get());
    chart.setOnSelect(model::select);
    model.selected().addListener((o, before, now) -> chart.setSelected(now));
    chart.setSelected(model.selected().get());
  }
}
