package org.weighbridge.gui.chart;

import javafx.scene.layout.Region;
import javafx.scene.shape.Path;

/** The colour and marker of a series outside of its chart, as in the legend. */
public final class SeriesMark extends Region {
  private static final double SIDE = 12;

  private final Path path = new Path();

  public SeriesMark() {
    path.getStyleClass().setAll("curve-markers");
    path.setManaged(false);
    getChildren().add(path);
    setMinSize(SIDE, SIDE);
    setMaxSize(SIDE, SIDE);
    setMouseTransparent(true);
  }

  /** Shows the mark of a series, counted from 0. */
  public void setSeries(int series) {
    path.getElements().clear();
    Series.marker(path, series, SIDE / 2, SIDE / 2, 4);
    Series.colour(series, path);
  }
}
