package org.weighbridge.gui.layers;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.workbench.BoundRange;

/** The largest bound within the budget, and where it lies in the usual range. */
final class SensitivityCell extends LayerCell<Optional<Sensitivity>> {
  /** The last column ends under the button of the columns' menu. */
  private static final double MENU = 14;

  private final Label bound = new Label();
  private final ProgressBar mark = new ProgressBar();

  SensitivityCell() {
    mark.setMaxWidth(Double.MAX_VALUE);
    mark.setMinWidth(20);
    mark.setPrefWidth(40);
    var lines = new VBox(3, bound, mark);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setPadding(new Insets(0, MENU, 0, 0));
    show(lines);
  }

  @Override
  String fill(Optional<Sensitivity> sensitivity) {
    mark.setVisible(sensitivity.isPresent() && !sensitivity.get().scale().stepped());
    bound.setText(sensitivity.map(Sensitivity::words).orElse("–"));
    sensitivity.ifPresent(known -> mark.setProgress(part(known.bound())));
    return sensitivity
        .map(known -> known.whole() + "\nThe smaller, the more sensitive is the layer.")
        .orElse("Not assessed yet: press Assess to see what this layer bears");
  }

  /** On the logarithmic scale of the sliders. */
  private static double part(double bound) {
    double least = BoundRange.USUAL.least();
    double part = Math.log(bound / least) / Math.log(BoundRange.USUAL.most() / least);
    return Math.clamp(part, 0.02, 1);
  }
}
