package org.weighbridge.gui.bytes;

import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.weighbridge.gui.chart.BytesChart;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.fxml.Fxml;

/** A bar per layer, or per compared coder: positions, values, outliers, tables, header. */
public final class BytesCard extends ChartCard {
  /** Narrower cards have this choice in their menu only; in pixels. */
  private static final double ROOM_FOR_CODERS = 320;

  @FXML private BytesChart chart;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public BytesCard(BytesViewModel model) {
    Fxml.fill(this);
    setFigure(model::figure);
    var bits = new CheckMenuItem("Bits per kept weight");
    bits.selectedProperty().bindBidirectional(model.perKeptWeight());
    model.perKeptWeight().addListener((o, before, now) -> chart.setBitsPerKeptWeight(now));
    var pinned = new CheckMenuItem("The pinned run beside");
    pinned.selectedProperty().bindBidirectional(model.besidePinned());
    var coders = new CheckMenuItem("A bar per compared coder");
    coders.selectedProperty().bindBidirectional(model.byCoder());
    pinned.disableProperty().bind(model.byCoder());
    getOptions().addAll(coders, bits, pinned);
    getButtons().addFirst(coders(model));
    subtitleProperty().bind(model.subtitle());
    model.rows().addListener((o, before, now) -> chart.setRows(now));
    chart.setRows(model.rows().get());
    chart.setOnSelect(model::select);
    model.selected().addListener((o, before, now) -> chart.setSelected(now));
    chart.setSelected(model.selected().get());
  }

  private ToggleButton coders(BytesViewModel model) {
    var coders = new ToggleButton("coders");
    coders.setId("bytes-coders");
    coders.getStyleClass().addAll("small", "mask-mode");
    coders.setTooltip(
        new Tooltip(
            "A bar per compared coder, each in the configuration that its curves choose within the"
                + " budget; else a bar per layer"));
    coders.selectedProperty().bindBidirectional(model.byCoder());
    var roomy = widthProperty().greaterThan(ROOM_FOR_CODERS);
    coders.visibleProperty().bind(roomy);
    coders.managedProperty().bind(roomy);
    return coders;
  }
}
