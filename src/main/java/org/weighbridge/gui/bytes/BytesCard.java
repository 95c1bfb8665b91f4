package org.weighbridge.gui.bytes;

import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
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
    var bits = new CheckMenuItem("Bits per kept weight");
    bits.selectedProperty().addListener((o, before, now) -> chart.setBitsPerKeptWeight(now));
    var pinned = new CheckMenuItem("The pinned run beside");
    pinned.selectedProperty().bindBidirectional(model.besidePinned());
    getOptions().addAll(bits, pinned);
    subtitleProperty().bind(model.subtitle());
    model.rows().addListener((o, before, now) -> chart.setRows(now));
    chart.setRows(model.rows().get());
    chart.setOnSelect(model::select);
    model.selected().addListener((o, before, now) -> chart.setSelected(now));
    chart.setSelected(model.selected().get());
  }
}
