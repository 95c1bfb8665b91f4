package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.Axis;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** The accuracies that an accuracy-loss budget allows, from the baseline downwards. */
final class BudgetBand {
  private final Rectangle band = new Rectangle();
  private final Line limit = new Line();
  private final Label label = new Label();
  private double baseline = Double.NaN;
  private double points = Double.NaN;

  BudgetBand() {
    band.getStyleClass().add("budget-band");
    limit.getStyleClass().add("budget-line");
    label.getStyleClass().add("budget-label");
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setMouseTransparent(true);
      node.setVisible(false);
    }
  }

  List<Node> nodes() {
    return List.of(band, limit, label);
  }

  void set(double baselinePercent, double budgetPoints) {
    baseline = baselinePercent;
    points = budgetPoints;
    label.setText(String.format(Locale.ROOT, "budget %.2f pp", budgetPoints));
    nodes().forEach(node -> node.setVisible(isSet()));
  }

  boolean isSet() {
    return baseline >= 0 && points >= 0;
  }

  /** The accuracy without compression, in percent. */
  double baseline() {
    return baseline;
  }

  /** The accuracy that may be lost, in percentage points. */
  double points() {
    return points;
  }

  /** The least accuracy within the budget, in percent. */
  double lowest() {
    return baseline - points;
  }

  void place(Axis y, double width, double height) {
    if (!isSet()) {
      return;
    }
    double top = y.getDisplayPosition(baseline);
    double bottom = y.getDisplayPosition(lowest());
    band.setY(top);
    band.setWidth(width);
    band.setHeight(Math.max(1, bottom - top));
    limit.setEndX(width);
    limit.setStartY(bottom);
    limit.setEndY(bottom);
    label.applyCss();
    label.autosize();
    boolean below = bottom + 2 + label.getHeight() <= height;
    label.relocate(6, below ? bottom + 2 : bottom - 2 - label.getHeight());
  }
}
