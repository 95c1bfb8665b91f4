package org.weighbridge.gui.training;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.input.NumberInput;

/** What few need to change of a training. */
final class TrainingDetails extends GridPane {
  @FXML private ComboBox<Method> method;
  @FXML private TextField rate;
  @FXML private ComboBox<Fall> fall;
  @FXML private TextField batch;
  @FXML private TextField decay;
  @FXML private TextField dropout;
  @FXML private TextField patience;
  @FXML private TextField seed;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  TrainingDetails(PlanViewModel model) {
    Fxml.fill(this);
    method.getItems().setAll(Method.values());
    method.valueProperty().bindBidirectional(model.method());
    fall.getItems().setAll(Fall.values());
    fall.valueProperty().bindBidirectional(model.fall());
    NumberInput.bind(rate, model.rate());
    NumberInput.bind(batch, model.batch());
    NumberInput.bindOrZero(decay, model.decay());
    NumberInput.bindOrZero(dropout, model.dropout());
    NumberInput.bindOrZero(patience, model.patience());
    NumberInput.bindOrZero(seed, model.seed());
  }
}
