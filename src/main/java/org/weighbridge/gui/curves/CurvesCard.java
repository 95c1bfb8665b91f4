package org.weighbridge.gui.curves;

import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import org.weighbridge.gui.chart.AccuracyChart;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.chart.Scale;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.workbench.BoundRange;

/**
 * Accuracy along the axis of a coder, with what the selected layer is set to as a marker to drag.
 */
public final class CurvesCard extends ChartCard {
  @FXML private AccuracyChart chart;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public CurvesCard(CurvesViewModel model) {
    Fxml.fill(this);
    setFigure(model::figure);
    var whole = new CheckMenuItem("Show the whole fall");
    whole.selectedProperty().addListener((o, before, now) -> chart.setWhole(now));
    getOptions().add(whole);
    subtitleProperty().bind(model.subtitle());
    model.curves().addListener((o, before, now) -> chart.setCurves(now));
    chart.setCurves(model.curves().get());
    model.scale().addListener((o, before, now) -> read(now));
    read(model.scale().get());
    model.boundRange().addListener((o, before, now) -> reach(now));
    reach(model.boundRange().get());
    chart.boundProperty().bindBidirectional(model.selectedBound());
    chart.setOnSelect(model::select);
    chart.boundChangingProperty().addListener((o, before, dragged) -> model.dragged(dragged));
    var workbench = model.workbench();
    workbench.selected().addListener(change -> select(model));
    workbench.evaluation().addListener(change -> budget(model));
    workbench.assessing().assessment().addListener(change -> budget(model));
    workbench.lossBudget().addListener(change -> budget(model));
    select(model);
  }

  private void read(Scale scale) {
    setTitle("Accuracy against " + scale.name());
    chart.setScale(scale);
  }

  private void reach(BoundRange range) {
    chart.setBoundRange(range.least(), range.most());
  }

  private void select(CurvesViewModel model) {
    var layer = model.workbench().selected().get();
    if (layer != null) {
      chart.setSelected(layer.name());
    }
  }

  /** The curves are of the validation split, and so is the band. */
  private void budget(CurvesViewModel model) {
    var assessment = model.workbench().assessing().assessment().get();
    if (assessment != null) {
      chart.setBudget(100 * assessment.baseline().top1(), model.workbench().lossBudget().get());
    }
  }
}
