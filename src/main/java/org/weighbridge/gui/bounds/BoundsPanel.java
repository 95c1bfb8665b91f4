package org.weighbridge.gui.bounds;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.chart.Reveal;
import org.weighbridge.gui.fxml.Fxml;

/** One slider per layer, and what they cost together. */
public final class BoundsPanel extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  @FXML private ScrollPane scroll;
  @FXML private VBox rows;
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private CheckBox linked;
  @FXML private Label predicted;
  @FXML private Label measured;
  @FXML private Label state;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public BoundsPanel(BoundsViewModel model) {
    Fxml.fill(this);
    model.rows().addListener((o, before, now) -> show(now));
    show(model.rows().get());
    rows.heightProperty().addListener(change -> showSelected());
    scroll.viewportBoundsProperty().addListener(change -> showSelected());
    title.textProperty().bind(model.title());
    subtitle.textProperty().bind(model.subtitle());
    linked.selectedProperty().bindBidirectional(model.linked());
    predicted.textProperty().bind(model.predictedLoss());
    measured.textProperty().bind(model.measuredLoss());
    state.textProperty().bind(model.state());
    state
        .textProperty()
        .addListener(
            (o, before, now) ->
                state.pseudoClassStateChanged(CURRENT, now.startsWith(BoundsViewModel.UP_TO_DATE)));
  }

  private void show(List<BoundRowViewModel> models) {
    rows.getChildren().setAll(models.stream().map(BoundRow::new).toList());
    models.forEach(model -> model.selected().addListener(change -> showSelected()));
  }

  private void showSelected() {
    for (Node row : rows.getChildren()) {
      if (((BoundRow) row).isSelected()) {
        Reveal.in(scroll, row);
      }
    }
  }
}
