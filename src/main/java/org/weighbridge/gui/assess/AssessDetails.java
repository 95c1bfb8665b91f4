package org.weighbridge.gui.assess;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.input.NumberInput;

/** The plan of the next assessment and its parameters. */
public final class AssessDetails extends GridPane {
  @FXML private ComboBox<Plan> plan;
  @FXML private TextField start;
  @FXML private TextField distortion;
  @FXML private TextField finalLoss;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public AssessDetails(AssessViewModel model) {
    Fxml.fill(this);
    plan.getItems().setAll(Plan.values());
    plan.valueProperty().bindBidirectional(model.plan());
    NumberInput.bind(start, model.start());
    NumberInput.bind(distortion, model.distortion());
    NumberInput.bind(finalLoss, model.finalLoss());
    var published = Bindings.equal(model.plan(), Plan.DEEP_SZ);
    start.disableProperty().bind(published.not());
    distortion.disableProperty().bind(published.not());
    finalLoss.disableProperty().bind(Bindings.equal(model.plan(), Plan.GRID));
  }
}
