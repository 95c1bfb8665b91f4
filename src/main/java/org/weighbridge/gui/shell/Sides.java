package org.weighbridge.gui.shell;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Columns in one place, one of them shown, with a switch above. */
public final class Sides extends VBox {
  private final HBox switches = new HBox();
  private final IntegerProperty shown = new SimpleIntegerProperty(this, "shown", 0);

  public Sides() {
    super(8);
    getStyleClass().add("sides");
    switches.setAlignment(Pos.CENTER);
    switches.setMinHeight(USE_PREF_SIZE);
    getChildren().add(switches);
  }

  /** The number of the column that is shown. */
  IntegerProperty shown() {
    return shown;
  }

  /** Adds a column; the first one is shown. */
  void add(String id, String title, List<? extends Node> parts) {
    int index = switches.getChildren().size();
    var button = new ToggleButton(title);
    button.setId(id);
    button.getStyleClass().add(index == 0 ? "left-pill" : "right-pill");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(event -> shown.set(index));
    switches.getChildren().add(button);
    var column = new VBox(8);
    column.getChildren().addAll(parts);
    VBox.setVgrow(column, Priority.ALWAYS);
    getChildren().add(column);
    Runnable show =
        () -> {
          boolean here = shown.get() == index;
          button.setSelected(here);
          column.setVisible(here);
          column.setManaged(here);
        };
    // selected again even where nothing changes: a press of a selected switch must not release it
    button.selectedProperty().addListener(change -> show.run());
    shown.addListener(change -> show.run());
    show.run();
  }
}
