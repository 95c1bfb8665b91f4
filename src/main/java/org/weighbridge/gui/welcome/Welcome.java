package org.weighbridge.gui.welcome;

import java.util.List;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.user.RecentFiles.Recent;

/** Shown in place of the empty window. */
public final class Welcome extends ScrollPane {
  private final WelcomeViewModel model;
  @FXML private Button openFile;
  @FXML private Label opening;
  @FXML private HBox unfinished;
  @FXML private Label unfinishedAbout;
  @FXML private Button goOn;
  @FXML private Button decline;
  @FXML private VBox samples;
  @FXML private VBox recent;

  /**
   * The card.
   *
   * @param open asks for a file and opens it
   */
  @SuppressWarnings("NullAway.Init") // filled by the loader
  public Welcome(WelcomeViewModel model, Runnable open) {
    this.model = model;
    Fxml.fill(this);
    openFile.setGraphic(Icons.OPEN.node());
    openFile.setOnAction(event -> open.run());
    visibleProperty().bind(model.wanted());
    managedProperty().bind(model.wanted());
    opening.textProperty().bind(model.opening());
    model.samples().addListener((Observable change) -> fillSamples());
    model.recent().addListener((Observable change) -> fillRecent());
    model.offer().addListener(change -> fillOffer());
    decline.setGraphic(Icons.CLOSE.node());
    decline.setTooltip(new Tooltip("Forget this session"));
    fillSamples();
    fillRecent();
    fillOffer();
  }

  private void fillOffer() {
    var offer = model.offer().getValue();
    unfinished.setVisible(offer != null);
    unfinished.setManaged(offer != null);
    if (offer != null) {
      unfinishedAbout.setText(offer.about());
      goOn.setOnAction(event -> offer.accept().run());
      decline.setOnAction(event -> offer.decline().run());
    }
  }

  private void fillSamples() {
    samples.getChildren().setAll(model.samples().stream().map(this::sample).toList());
    if (model.samples().isEmpty()) {
      samples.getChildren().setAll(alone("None is beside the program."));
    }
  }

  private Node sample(Sample sample) {
    var title = new Label(sample.title());
    title.getStyleClass().add("card-title");
    var button = wide(new VBox(2, title, new Label(sample.about()), hint(sample.facts())));
    button.setId("sample-" + sample.file().getFileName().toString().replace(".onnx", ""));
    button.setAccessibleText(
        "Open " + sample.title() + ". " + sample.about() + " " + sample.facts());
    button.setOnAction(event -> model.open(sample.file()));
    return button;
  }

  private void fillRecent() {
    recent.getChildren().setAll(model.recent().stream().map(this::recent).toList());
    if (model.recent().isEmpty()) {
      recent.getChildren().setAll(alone("Files you open are listed here."));
    }
  }

  private Node recent(Recent one) {
    String folder = String.valueOf(one.file().getParent());
    String where = one.missing() ? "is no longer in " + folder : folder;
    var button = wide(new VBox(1, new Label(one.name()), hint(where)));
    button.setAccessibleText("Open " + one.name() + ", " + where);
    button.setTooltip(new Tooltip(one.file().toString()));
    button.setOnAction(event -> model.open(one.file()));
    button.setDisable(one.missing());
    var remove = new Button("", Icons.CLOSE.node());
    remove.getStyleClass().add("icon-button");
    remove.setAccessibleText("Take " + one.name() + " off this list");
    remove.setTooltip(new Tooltip("Take it off this list"));
    remove.setOnAction(event -> model.forget(one.file()));
    HBox.setHgrow(button, Priority.ALWAYS);
    var row = new HBox(4, button, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Button wide(VBox content) {
    var button = new Button("", content);
    button.getStyleClass().addAll(List.of("row-button"));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setAlignment(Pos.CENTER_LEFT);
    return button;
  }

  private static Label alone(String words) {
    var label = hint(words);
    label.getStyleClass().add("welcome-part");
    return label;
  }

  private static Label hint(String words) {
    var label = new Label(words);
    label.getStyleClass().add("hint");
    return label;
  }
}
