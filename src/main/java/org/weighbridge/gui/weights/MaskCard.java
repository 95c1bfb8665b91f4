package org.weighbridge.gui.weights;

import javafx.fxml.FXML;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.Card;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.mask.MaskMode;
import org.weighbridge.gui.mask.MaskView;
import org.weighbridge.gui.workbench.LayerFacts;

/** Which weights of the selected layer are kept; the weights themselves where all of them are. */
public final class MaskCard extends Card {
  @FXML private MaskView mask;
  private boolean wasFull;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public MaskCard(WeightsViewModel model) {
    Fxml.fill(this);
    model.layer().addListener((o, before, now) -> show(now));
    show(model.layer().get());
  }

  private void show(@Nullable LayerFacts layer) {
    mask.setVisible(layer != null);
    if (layer == null) {
      setSubtitle("no layer selected");
      return;
    }
    boolean full = layer.kept() == layer.weights();
    setSubtitle(
        (full ? "no zeros" : Numbers.fixed(100 * layer.sparsity(), 1) + " % zero")
            + " · "
            + layer.layer().name());
    if (full != wasFull) {
      mask.setMode(full ? MaskMode.WEIGHTS : MaskMode.MASK);
      wasFull = full;
    }
    mask.setTensor(layer.layer().weights(), layer.layer().name());
  }
}
