package org.weighbridge.gui.layers;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.workbench.LayerFacts;

/** What counts above, what explains it below and muted. */
final class TwoLineCell extends TableCell<LayerFacts, LayerFacts> {
  private final Label first = new Label();
  private final Label second = new Label();
  private final VBox lines = new VBox(first, second);
  private final Function<LayerFacts, String> above;
  private final Function<LayerFacts, String> below;

  TwoLineCell(Function<LayerFacts, String> above, Function<LayerFacts, String> below) {
    this.above = above;
    this.below = below;
    lines.setAlignment(Pos.CENTER_LEFT);
    // layers of one network differ in the ends of their names
    first.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    second.getStyleClass().add("card-subtitle");
  }

  @Override
  protected void updateItem(@Nullable LayerFacts layer, boolean empty) {
    super.updateItem(layer, empty);
    if (layer == null || empty) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    first.setText(above.apply(layer));
    second.setText(below.apply(layer));
    setTooltip(new Tooltip(layer.layer().name() + "\n" + layer.layer().shape()));
    setGraphic(lines);
  }
}
