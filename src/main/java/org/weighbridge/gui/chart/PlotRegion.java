package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.plugins.ChartPlugin;
import io.fair_acc.chartfx.plugins.Zoomer;
import io.fair_acc.chartfx.ui.HiddenSidesPane;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;

/**
 * ChartFX's axes, grid and zoom, with marks that are shapes of the scene graph.
 *
 * <p>The marks are not ChartFX data sets for three reasons: shapes take their colours from the
 * theme, they stay sharp on dense screens, and there is no data-set lock that a chart holds from
 * being attached until its next layout. Marks are made when the data changes and placed after each
 * layout of the axes ({@link #place()}).
 *
 * <p>Drag to zoom in, right click to zoom out, double click to see everything again.
 */
public abstract class PlotRegion extends BorderPane {
  final DefaultNumericAxis x;
  final DefaultNumericAxis y;
  private final XYChart chart;
  private final Zoomer zoomer = new Zoomer(AxisMode.XY, false);
  private final Group marks = new Group();
  private final GridLines grid;
  private final HoverTip tip = new HoverTip();
  private final Rectangle clip = new Rectangle();
  private final Label placeholder = new Label();
  private boolean outOfTabOrder;

  PlotRegion(DefaultNumericAxis x, DefaultNumericAxis y) {
    this.x = x;
    this.y = y;
    List.of(x, y).forEach(PlotRegion::prepare);
    chart = new BareChart(x, y);
    chart.getRenderers().clear();
    chart.setLegendVisible(false);
    chart.setAnimated(false);
    grid = new GridLines(x, y);
    zoomer.setAddButtonsToToolBar(false);
    zoomer.setSliderVisible(false);
    zoomer.setAutoZoomEnabled(false);
    chart.getPlugins().addAll(new Marks(), zoomer);
    marks.setClip(clip);
    placeholder.getStyleClass().add("hint");
    placeholder.setMouseTransparent(true);
    placeholder.setWrapText(true);
    placeholder.setTextAlignment(TextAlignment.CENTER);
    placeholder.setPadding(new Insets(16));
    setMinSize(120, 90);
    setPrefSize(400, 280);
    getStyleClass().add("plot");
    setCenter(new StackPane(chart, placeholder));
    // a filter, for the zoomer consumes clicks
    chart.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    chart.addEventFilter(MouseEvent.MOUSE_MOVED, this::hover);
    chart.addEventFilter(MouseEvent.MOUSE_EXITED, exit -> tip.hide());
  }

  /**
   * What the pointer is near.
   *
   * @param px place in the plot area in pixels
   * @param py place in the plot area in pixels
   * @param text what is known of it
   * @param onClick what a click does
   */
  record Hover(double px, double py, String text, Runnable onClick) {}

  /** Puts every mark where the axes say, in pixels of the plot area. */
  abstract void place();

  /** Sets the axis ranges that show the data. */
  abstract void fitAxes();

  /** What there is to say about this place of the plot area, in pixels. */
  abstract Optional<Hover> hoverAt(double px, double py);

  final void addMarks(Collection<? extends Node> nodes) {
    marks.getChildren().addAll(marks.getChildren().size() - tip.nodes().size(), nodes);
  }

  final void removeMarks(Collection<? extends Node> nodes) {
    marks.getChildren().removeAll(nodes);
  }

  /** Data has changed: fits the axes unless the reader has zoomed, and places the marks soon. */
  final void refresh() {
    if (zoomer.zoomStackDeque().isEmpty()) {
      fitAxes();
    }
    tip.hide();
    chart.invalidate();
  }

  /** Leaves any zoom. */
  public final void showAll() {
    zoomer.zoomStackDeque().clear();
    refresh();
  }

  /** A sentence in the place of the data while there is none; empty for nothing. */
  public final void setPlaceholder(String text) {
    placeholder.setText(text);
    chart.setVisible(text.isEmpty());
  }

  /** A place of the scene in pixels of the plot area. */
  final Point2D toPlot(double sceneX, double sceneY) {
    return chart.getCanvas().sceneToLocal(sceneX, sceneY);
  }

  final double plotWidth() {
    return chart.getCanvas().getWidth();
  }

  final double plotHeight() {
    return chart.getCanvas().getHeight();
  }

  private void hover(MouseEvent move) {
    under(move).ifPresentOrElse(found -> tip.show(found, plotWidth(), plotHeight()), tip::hide);
  }

  private void clicked(MouseEvent click) {
    if (click.getButton() != MouseButton.PRIMARY || !click.isStillSincePress()) {
      return;
    }
    requestFocus();
    if (click.getClickCount() == 2) {
      showAll();
    } else {
      under(click).ifPresent(found -> found.onClick().run());
    }
  }

  private Optional<Hover> under(MouseEvent event) {
    Point2D at = toPlot(event.getSceneX(), event.getSceneY());
    return clip.contains(at) ? hoverAt(at.getX(), at.getY()) : Optional.empty();
  }

  /** ChartFX's panes have nothing for the keyboard, yet each would be a silent stop of Tab. */
  private static void leaveOutOfTabOrder(Node node) {
    if (node instanceof HiddenSidesPane && !node.focusTraversableProperty().isBound()) {
      node.setFocusTraversable(false);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(PlotRegion::leaveOutOfTabOrder);
    }
  }

  private static void prepare(DefaultNumericAxis axis) {
    axis.setAutoRanging(false);
    axis.setUnit(null); // else the label ends with empty brackets
    axis.setAnimated(false);
    axis.setMaxMajorTickLabelCount(9);
  }

  /** Axes and zoom: grid and data are shapes. */
  private static final class BareChart extends XYChart {
    BareChart(DefaultNumericAxis x, DefaultNumericAxis y) {
      super(x, y);
    }

    @Override
    protected void redrawCanvas() {
      // see GridLines
    }
  }

  private final class Marks extends ChartPlugin {
    Marks() {
      marks.getChildren().add(grid);
      marks.getChildren().addAll(tip.nodes());
      getChartChildren().add(marks);
    }

    @Override
    public void runPostLayout() {
      if (!outOfTabOrder) { // not before, for skins make some of the panes
        leaveOutOfTabOrder(chart);
        outOfTabOrder = true;
      }
      clip.setWidth(plotWidth());
      clip.setHeight(plotHeight());
      grid.place(plotWidth(), plotHeight());
      place();
    }
  }
}
