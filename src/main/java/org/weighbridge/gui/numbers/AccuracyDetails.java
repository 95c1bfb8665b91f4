package org.weighbridge.gui.numbers;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The measured accuracy in lines of name and value. */
public final class AccuracyDetails extends GridPane {
  public AccuracyDetails(AccuracyDetailsViewModel model) {
    setHgap(12);
    setVgap(4);
    getStyleClass().add("details");
    model.lines().addListener((o, before, now) -> show(now));
    show(model.lines().get());
  }

  private void show(List<AccuracyDetailsViewModel.Line> lines) {
    getChildren().clear();
    for (int i = 0; i < lines.size(); i++) {
      var name = new Label(lines.get(i).name());
      name.getStyleClass().add("card-subtitle");
      name.setMinWidth(USE_PREF_SIZE);
      addRow(i, name, new Label(lines.get(i).value()));
    }
  }
}
