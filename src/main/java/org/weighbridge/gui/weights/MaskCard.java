package org.weighbridge.gui.weights;

import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.mask.Block;
import org.weighbridge.gui.mask.MaskMode;
import org.weighbridge.gui.mask.MaskView;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.workbench.Region;

/** Which weights of the selected layer are kept; the weights themselves where all of them are. */
public final class MaskCard extends ChartCard {
  @FXML private MaskView mask;
  private boolean wasFull;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public MaskCard(MaskViewModel model) {
    Fxml.fill(this);
    subtitleProperty().bind(model.subtitle());
    getButtons().addFirst(compare(model));
    var all = new MenuItem("Look at the whole layer again");
    all.setOnAction(event -> model.region().set(null));
    all.disableProperty().bind(model.region().isNull());
    getOptions().add(all);
    mask.setOnBrush(block -> brush(model, block));
    model.region().addListener((o, before, now) -> frame(now));
    model.pictures().addListener((o, before, now) -> show(now));
    show(model.pictures().get());
    frame(model.region().get());
  }

  private void show(MaskViewModel.@Nullable Pictures pictures) {
    mask.setVisible(pictures != null);
    if (pictures == null) {
      return;
    }
    if (pictures.full() != wasFull) {
      mask.setMode(pictures.full() ? MaskMode.WEIGHTS : MaskMode.MASK);
      wasFull = pictures.full();
    }
    mask.show(pictures.current(), pictures.pinned());
  }

  private void frame(@Nullable Region region) {
    mask.setRegion(
        region == null
            ? null
            : new Block(
                region.firstRow(), region.lastRow(), region.firstColumn(), region.lastColumn()));
  }

  private static void brush(MaskViewModel model, @Nullable Block block) {
    if (block == null) {
      model.region().set(null);
    } else {
      model.brush(block.firstRow(), block.lastRow(), block.firstColumn(), block.lastColumn());
    }
  }

  /** In a frame, for what is disabled shows no tooltip itself. */
  private static StackPane compare(MaskViewModel model) {
    var toggle = new ToggleButton("", Icons.COMPARE.node());
    toggle.setId("mask-compare");
    toggle.getStyleClass().add("icon-button");
    toggle.setAccessibleText("Show the pinned run beside the current one");
    toggle.selectedProperty().bindBidirectional(model.compare());
    toggle.disableProperty().bind(model.comparable().not());
    var frame = new StackPane(toggle);
    var tip = new Tooltip();
    tip.textProperty()
        .bind(
            javafx.beans.binding.Bindings.when(model.comparable())
                .then("Show the pinned run beside the current one")
                .otherwise("Pin a run to compare with it"));
    Tooltip.install(frame, tip);
    return frame;
  }
}
