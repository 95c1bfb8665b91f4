package org.weighbridge.gui.shell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.action.Place;

/** Columns in one place, with a switch above where only one of them is shown. */
public final class Sides extends VBox {
  private final HBox switches = new HBox();
  private final IntegerProperty shown = new SimpleIntegerProperty(this, "shown", 0);
  private final BooleanProperty stacked = new SimpleBooleanProperty(this, "stacked", false);

  public Sides() {
    super(8);
    getStyleClass().add("sides");
    switches.setAlignment(Pos.CENTER);
    switches.setMinHeight(USE_PREF_SIZE);
    switches.visibleProperty().bind(stacked.not());
    switches.managedProperty().bind(switches.visibleProperty());
    getChildren().add(switches);
  }

  /** Whether there is room for all columns below each other, without a switch. */
  BooleanProperty stacked() {
    return stacked;
  }

  /** The number of the column that is shown. */
  IntegerProperty shown() {
    return shown;
  }

  /** The column that is shown, by its id. */
  String at() {
    return switches.getChildren().get(shown.get()).getId();
  }

  /** Shows the column of an id, if there is one. */
  void show(String id) {
    for (int i = 0; i < switches.getChildren().size(); i++) {
      if (switches.getChildren().get(i).getId().equals(id)) {
        shown.set(i);
      }
    }
  }

  /** Shows each of the columns. */
  List<Action> actions() {
    return IntStream.range(0, switches.getChildren().size())
        .mapToObj(
            i -> {
              var button = (ToggleButton) switches.getChildren().get(i);
              return Action.of(
                      "show-" + button.getId(),
                      Place.PARTS,
                      button.getText(),
                      "Alt+" + (i + 1),
                      () -> shown.set(i))
                  .ticked(shown.isEqualTo(i));
            })
        .toList();
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
          column.setVisible(here || stacked.get());
          column.setManaged(here || stacked.get());
        };
    stacked.addListener(change -> show.run());
    // selected again even where nothing changes: a press of a selected switch must not release it
    button.selectedProperty().addListener(change -> show.run());
    shown.addListener(change -> show.run());
    show.run();
  }
}
