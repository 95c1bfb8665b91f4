package org.weighbridge.gui.runs;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.weighbridge.experiment.Run;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.chart.FigureCard;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;

/**
 * The runs as a table or as parallel coordinates; below, what is wrong with the filter and how two
 * selected runs differ.
 */
public final class RunsPane extends VBox implements FigureCard {
  @FXML private StackPane content;
  @FXML private TableView<Run> table;
  @FXML private Label fault;
  @FXML private Label difference;
  private final RunsViewModel model;
  private final RunColumns columns;
  private final ParallelViewModel coordinates;
  private final BooleanProperty parallel = new SimpleBooleanProperty();

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public RunsPane(RunsViewModel model) {
    Fxml.fill(this);
    this.model = model;
    columns = new RunColumns(table, model);
    var rows = new RunRows(table, model);
    coordinates = new ParallelViewModel(model, columns.shownBounds());
    var plot = new ParallelPlot(coordinates, rows::select, model::restore);
    content.getChildren().add(plot);
    plot.visibleProperty().bind(parallel);
    plot.managedProperty().bind(parallel);
    table.visibleProperty().bind(parallel.not());
    fault.textProperty().bind(model.fault());
    fault.setGraphic(Icons.WARNING.node());
    fault.visibleProperty().bind(model.fault().isNotEmpty());
    fault.managedProperty().bind(fault.visibleProperty());
    difference.textProperty().bind(model.difference());
    difference.visibleProperty().bind(model.difference().isNotEmpty());
    difference.managedProperty().bind(difference.visibleProperty());
    var whole = new Tooltip();
    whole.textProperty().bind(model.difference());
    whole.setWrapText(true);
    whole.setMaxWidth(600);
    difference.setTooltip(whole);
  }

  @Override
  public Optional<CardFigure> figure() {
    return parallel.get()
        ? coordinates.figure()
        : model.figure(table.getItems(), columns.shownBounds());
  }

  /** Whether parallel coordinates take the place of the table. */
  public BooleanProperty parallel() {
    return parallel;
  }
}
