package org.weighbridge.gui.pruning;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.input.NumberInput;

/** Criterion, value, and whether it is for one layer or all. */
public final class PruningPanel extends VBox {
  @FXML private ComboBox<Criterion> criterion;
  @FXML private TextField value;
  @FXML private CheckBox all;
  @FXML private Label state;
  @FXML private Button apply;
  @FXML private Button reset;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public PruningPanel(PruningViewModel model) {
    Fxml.fill(this);
    criterion.getItems().setAll(Criterion.values());
    criterion.valueProperty().bindBidirectional(model.criterion());
    NumberInput.bind(value, model.value());
    all.selectedProperty().bindBidirectional(model.allLayers());
    state.textProperty().bind(model.state());
    apply.disableProperty().bind(model.unready());
    apply.setOnAction(event -> model.apply());
    reset.disableProperty().bind(model.unpruned());
    reset.setOnAction(event -> model.reset());
  }
}
