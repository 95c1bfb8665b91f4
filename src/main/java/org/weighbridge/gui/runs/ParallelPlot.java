package org.weighbridge.gui.runs;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Run;

/**
 * Parallel coordinates under the mouse and the keyboard. A drag on an axis leaves the runs within,
 * a click there takes that back; a click on a line selects its run, a double click restores it; the
 * arrow keys go from run to run.
 */
final class ParallelPlot extends Pane {
  private static final double AXIS_REACH = 10;
  private static final double DRAG = 4;

  private final ParallelViewModel model;
  private final Consumer<Run> select;
  private final Consumer<Run> restore;
  private final Canvas canvas = new Canvas();
  private final ParallelPainter painter = new ParallelPainter(this::draw);
  private final Tooltip tip = new Tooltip();
  private @Nullable Axis pressed;
  private double pressedAt;
  private boolean dragging;

  ParallelPlot(ParallelViewModel model, Consumer<Run> select, Consumer<Run> restore) {
    this.model = model;
    this.select = select;
    this.restore = restore;
    getStyleClass().addAll("plot", "parallel-plot");
    getChildren().addAll(canvas, painter.swatches());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
    model.picture().addListener(change -> draw());
    visibleProperty().addListener(change -> draw());
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(mouse -> release());
    setOnMouseClicked(this::click);
    setOnMouseMoved(this::hover);
    setOnKeyPressed(this::key);
    Tooltip.install(this, tip);
    var axes = new ContextMenu();
    for (Quantity quantity : ParallelViewModel.OPTIONAL) {
      var item = new CheckMenuItem("Axis: " + quantity.title());
      item.selectedProperty().addListener((o, before, now) -> show(quantity, now));
      axes.getItems().add(item);
    }
    setOnContextMenuRequested(
        request -> axes.show(this, request.getScreenX(), request.getScreenY()));
  }

  private void show(Quantity quantity, boolean axis) {
    if (axis) {
      model.more().add(quantity);
    } else {
      model.more().remove(quantity);
    }
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    if (isVisible()) {
      setAccessibleText(model.words());
      painter.draw(canvas.getGraphicsContext2D(), geometry(), model);
    }
  }

  private PlotGeometry geometry() {
    return new PlotGeometry(
        canvas.getWidth(), canvas.getHeight(), Math.max(1, model.picture().get().axes().size()));
  }

  private @Nullable Axis axisAt(double x) {
    int axis = geometry().axis(x, AXIS_REACH);
    return axis < 0 || model.picture().get().axes().isEmpty()
        ? null
        : model.picture().get().axes().get(axis);
  }

  private void press(MouseEvent mouse) {
    if (mouse.getButton() != MouseButton.PRIMARY) {
      return;
    }
    requestFocus();
    pressed = axisAt(mouse.getX());
    pressedAt = mouse.getY();
    dragging = false;
  }

  private void drag(MouseEvent mouse) {
    if (pressed != null && (dragging || Math.abs(mouse.getY() - pressedAt) > DRAG)) {
      dragging = true;
      model.restrict(pressed, geometry().at(pressedAt), geometry().at(mouse.getY()));
    }
  }

  private void release() {
    pressed = null;
  }

  private void click(MouseEvent mouse) {
    if (dragging || mouse.getButton() != MouseButton.PRIMARY) {
      return;
    }
    var axis = axisAt(mouse.getX());
    var run = model.at(geometry(), mouse.getX(), mouse.getY());
    if (run.isPresent() && mouse.getClickCount() == 2) {
      restore.accept(run.get());
    } else if (run.isPresent()) {
      select.accept(run.get());
    } else if (axis != null) {
      model.release(axis);
    }
  }

  private void hover(MouseEvent mouse) {
    var run = model.at(geometry(), mouse.getX(), mouse.getY());
    var axis = axisAt(mouse.getX());
    setCursor(run.isPresent() ? Cursor.HAND : axis == null ? Cursor.DEFAULT : Cursor.V_RESIZE);
    tip.setText(
        run.map(model::words)
            .orElseGet(
                () ->
                    axis == null
                        ? "Drag on an axis to leave only the runs within;"
                            + " the context menu has more axes, such as the time to encode"
                        : axis.quantity().words()));
  }

  private void key(KeyEvent key) {
    var run =
        switch (key.getCode()) {
          case UP, RIGHT -> model.beside(1);
          case DOWN, LEFT -> model.beside(-1);
          default -> java.util.Optional.<Run>empty();
        };
    run.ifPresent(
        beside -> {
          select.accept(beside);
          key.consume();
        });
  }
}
