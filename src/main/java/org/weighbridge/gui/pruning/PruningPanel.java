package org.weighbridge.gui.pruning;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.weighbridge.experiment.Grain;
import org.weighbridge.experiment.PruningMethod;
import org.weighbridge.gui.chart.Reveal;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;

/** One slider per layer, and what is left of the network. */
public final class PruningPanel extends VBox {
  @FXML private ComboBox<PruningMethod> method;
  @FXML private ComboBox<Grain> grain;
  @FXML private ToggleButton linked;
  @FXML private ScrollPane scroll;
  @FXML private VBox rows;
  @FXML private Label kept;
  @FXML private Button reset;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public PruningPanel(PruningViewModel model) {
    Fxml.fill(this);
    method.getItems().setAll(PruningMethod.values());
    method.valueProperty().bindBidirectional(model.method());
    rows.disableProperty().bind(model.unready());
    method.disableProperty().bind(model.unready());
    grain.getItems().setAll(Grain.values());
    grain.valueProperty().bindBidirectional(model.grain());
    grain.disableProperty().bind(model.unready().or(model.single()));
    linked.setGraphic(Icons.LINK.node());
    linked.selectedProperty().bindBidirectional(model.linked());
    linked.disableProperty().bind(model.common().or(model.unready()));
    kept.textProperty().bind(model.kept());
    reset.disableProperty().bind(model.unpruned());
    reset.setOnAction(event -> model.reset());
    model.rows().addListener((o, before, now) -> show(now));
    show(model.rows().get());
    rows.heightProperty().addListener(change -> showSelected());
    scroll.viewportBoundsProperty().addListener(change -> showSelected());
  }

  private void show(List<PruningRowViewModel> models) {
    rows.getChildren().setAll(models.stream().map(PruningRow::new).toList());
    models.forEach(model -> model.selected().addListener(change -> showSelected()));
  }

  private void showSelected() {
    for (Node row : rows.getChildren()) {
      if (((PruningRow) row).isSelected()) {
        Reveal.in(scroll, row);
      }
    }
  }
}
