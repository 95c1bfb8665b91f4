package org.weighbridge.gui.chart;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Four parts, two by two, with dividers to drag; the columns of both rows stay in line. Any part,
 * of the grid or from elsewhere ({@link #expand}), may take all of its room for a while; the same
 * request again brings it back to where it was.
 */
public final class ChartGrid extends StackPane {
  private final SplitPane rows;
  private final Region hole = new Region();
  private @Nullable Node expanded;

  /** From left to right, then from top to bottom. */
  public ChartGrid(List<? extends Node> four) {
    if (four.size() != 4) {
      throw new IllegalArgumentException(four.size() + " parts for four places");
    }
    var upper = row(four.get(0), four.get(1));
    var lower = row(four.get(2), four.get(3));
    upper
        .getDividers()
        .getFirst()
        .positionProperty()
        .bindBidirectional(lower.getDividers().getFirst().positionProperty());
    rows = new SplitPane(upper, lower);
    rows.setOrientation(Orientation.VERTICAL);
    rows.getStyleClass().add("chart-grid");
    getChildren().add(rows);
    setMinSize(0, 0);
    addEventHandler(
        ExpandRequest.TYPE,
        request -> {
          expand(request.part());
          request.consume();
        });
  }

  /** Gives the part all of the room, or takes it back where it has it already. */
  public void expand(Node part) {
    boolean again = part.equals(expanded);
    restore();
    if (!again && part.getParent() instanceof Pane place) {
      hole.getProperties().putAll(part.getProperties()); // the constraints of its layout
      place.getChildren().set(place.getChildren().indexOf(part), hole);
      rows.setVisible(false);
      getChildren().add(part);
      expanded = part;
    }
  }

  /** Whether a part has all of the room. */
  public boolean isExpanded() {
    return expanded != null;
  }

  /** Brings back what is expanded, if anything is. */
  public void restore() {
    Node part = expanded;
    Parent place = hole.getParent();
    if (part != null && place instanceof Pane pane) {
      expanded = null;
      getChildren().remove(part);
      pane.getChildren().set(pane.getChildren().indexOf(hole), part);
      hole.getProperties().clear();
      rows.setVisible(true);
    }
  }

  private static SplitPane row(Node left, Node right) {
    var row = new SplitPane(place(left), place(right));
    row.getStyleClass().add("chart-grid");
    return row;
  }

  /** A frame that keeps the place of a part that is away. */
  private static StackPane place(Node part) {
    var place = new StackPane(part);
    place.setMinSize(0, 0);
    return place;
  }
}
