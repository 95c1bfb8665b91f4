package org.weighbridge.gui.training;

import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.details.Details;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.input.NumberInput;
import org.weighbridge.gui.theme.Icons;

/** Plan above, course below, then what can be done with the result. */
public final class TrainingPanel extends VBox {
  @FXML private Button more;
  @FXML private ComboBox<Way> way;
  @FXML private TextField epochs;
  @FXML private Button start;
  @FXML private HBox planned;
  @FXML private Label text;
  @FXML private HBox working;
  @FXML private ProgressBar progress;
  @FXML private Button cancel;
  @FXML private HBox decision;
  @FXML private Button keep;
  @FXML private Button resume;
  @FXML private Button discard;
  @FXML private Label standings;
  @FXML private HBox saving;
  @FXML private Button save;

  /**
   * The panel.
   *
   * @param onSave asks for a file and writes the network at hand
   */
  @SuppressWarnings("NullAway.Init") // filled by the loader
  public TrainingPanel(TrainingViewModel model, Runnable onSave) {
    Fxml.fill(this);
    var plan = model.plan();
    more.setGraphic(Icons.SETTINGS.node());
    Details.on(more, "Retraining", new TrainingDetails(plan));
    way.getItems().setAll(Way.values());
    way.valueProperty().bindBidirectional(plan.way());
    NumberInput.bind(epochs, plan.epochs());
    start.disableProperty().bind(model.ready().not());
    start.setOnAction(event -> model.start());
    shown(planned, model.busy().or(model.deciding()).not());
    more.disableProperty().bind(model.busy().or(model.deciding()));
    way.disableProperty().bind(model.busy().or(model.deciding()));
    text.textProperty().bind(model.text());
    var whole = new Tooltip();
    whole.textProperty().bind(model.text());
    text.setTooltip(whole);
    shown(working, model.busy());
    progress.progressProperty().bind(model.fraction());
    cancel.setOnAction(event -> model.cancel());
    shown(decision, model.deciding());
    keep.disableProperty().bind(model.keepable().not());
    keep.setOnAction(event -> model.keep());
    shown(resume, model.resumable());
    resume.setOnAction(event -> model.resume());
    discard.setOnAction(event -> model.discard());
    standings.textProperty().bind(model.standings());
    shown(saving, model.unsaved());
    save.setOnAction(event -> onSave.run());
  }

  private static void shown(Node node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }
}
