package org.weighbridge.gui.layers;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Bits per weight, and below in words whether they were measured. */
final class BitsCell extends LayerCell<Bits> {
  private final Label value = new Label();
  private final Label state = new Label();

  BitsCell() {
    state.getStyleClass().add("card-subtitle");
    var lines = new VBox(value, state);
    lines.setAlignment(Pos.CENTER_LEFT);
    show(lines);
  }

  @Override
  String fill(Bits bits) {
    value.setText(bits.words());
    state.setText(bits.stateWord());
    state.getStyleClass().remove("predicted-word");
    if (bits.state() == Bits.State.PREDICTED) {
      state.getStyleClass().add("predicted-word");
    }
    return bits.whole();
  }
}
