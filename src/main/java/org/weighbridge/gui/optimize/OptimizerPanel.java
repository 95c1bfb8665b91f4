package org.weighbridge.gui.optimize;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.input.NumberInput;

/** Objective and limit above, progress or proposal below. */
public final class OptimizerPanel extends VBox {
  @FXML private ComboBox<Goal> goal;
  @FXML private TextField loss;
  @FXML private Label lossUnit;
  @FXML private TextField size;
  @FXML private Label sizeUnit;
  @FXML private Button start;
  @FXML private CheckBox mix;
  @FXML private Label text;
  @FXML private HBox working;
  @FXML private ProgressBar progress;
  @FXML private Button cancel;
  @FXML private HBox proposal;
  @FXML private Button use;
  @FXML private Button keep;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public OptimizerPanel(OptimizerViewModel model) {
    Fxml.fill(this);
    goal.getItems().setAll(Goal.values());
    goal.valueProperty().bindBidirectional(model.goal());
    NumberInput.bind(loss, model.lossBudget());
    NumberInput.bind(size, model.kilobytes());
    var bySize = Bindings.equal(model.goal(), Goal.LEAST_LOSS);
    shown(size, bySize);
    shown(sizeUnit, bySize);
    shown(loss, bySize.not());
    shown(lossUnit, bySize.not());
    mix.selectedProperty().bindBidirectional(model.mix());
    mix.disableProperty().bind(model.busy());
    mix.setTooltip(
        new Tooltip(
            "Lets every layer have whichever of the compared coders serves it best; the menu of"
                + " “Loss against ratio” has the coders"));
    shown(mix, bySize.not());
    text.textProperty().bind(model.text());
    var about = new Tooltip();
    about.textProperty().bind(model.about());
    about.setWrapText(true);
    about.setMaxWidth(400);
    text.setTooltip(about);
    progress.progressProperty().bind(model.fraction());
    shown(working, model.busy());
    shown(proposal, model.proposing());
    start.disableProperty().bind(model.unready());
    start.setOnAction(event -> model.start());
    cancel.setOnAction(event -> model.cancel());
    use.setOnAction(event -> model.use());
    keep.setOnAction(event -> model.keepMine());
  }

  private static void shown(Node node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }
}
