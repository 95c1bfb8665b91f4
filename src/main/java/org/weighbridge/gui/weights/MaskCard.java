package org.weighbridge.gui.weights;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.action.Obstacle;
import org.weighbridge.gui.action.Place;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.mask.Block;
import org.weighbridge.gui.mask.MaskMode;
import org.weighbridge.gui.mask.MaskView;
import org.weighbridge.gui.rival.RivalMenu;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.workbench.Beside.Other;
import org.weighbridge.gui.workbench.Region;

/** Which weights of the selected layer are kept; the weights themselves where all of them are. */
public final class MaskCard extends ChartCard {
  @FXML private MaskView mask;
  private final MaskViewModel model;
  private boolean wasFull;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public MaskCard(MaskViewModel model) {
    this.model = model;
    Fxml.fill(this);
    subtitleProperty().bind(model.subtitle());
    detailsProperty().bind(model.details());
    getButtons().addFirst(compare(model));
    var all = new MenuItem("Look at the whole layer again");
    all.setOnAction(event -> model.region().set(null));
    all.disableProperty().bind(model.region().isNull());
    var beside = model.workbench().beside();
    getOptions().addAll(RivalMenu.kinds(beside, () -> model.compare().set(true)));
    getOptions()
        .addAll(RivalMenu.of(beside, () -> compareWithCoder(model)), new SeparatorMenuItem(), all);
    setFigure(() -> model.figure(mask.getMode()));
    mask.setOnBrush(block -> brush(model, block));
    model.region().addListener((o, before, now) -> frame(now));
    model.pictures().addListener((o, before, now) -> show(now));
    show(model.pictures().get());
    frame(model.region().get());
  }

  /** Comparing and zooming. */
  public List<Action> actions() {
    var layer = Obstacle.unless(model.pictures().isNotNull(), "There is no layer to look at yet.");
    return List.of(
        Action.of(
                "compare-masks",
                Place.PICTURES,
                "Compare the mask with another coding",
                "Alt+M",
                () -> model.compare().set(!model.compare().get()))
            .icon(Icons.COMPARE)
            .ticked(model.compare().and(model.comparable()))
            .obstacle(Obstacle.unless(model.comparable(), "Pin a run to compare with it.")),
        zoom("mask-in", "Zoom into the mask", "Alt+Page Up", () -> mask.zoom(2))
            .icon(Icons.PLUS)
            .obstacle(layer),
        zoom("mask-out", "Zoom out of the mask", "Alt+Page Down", () -> mask.zoom(0.5))
            .icon(Icons.MINUS)
            .obstacle(layer),
        zoom("mask-fit", "Show the whole layer in the mask", "Alt+Home", mask::showAll)
            .icon(Icons.FIT)
            .obstacle(layer));
  }

  private static void compareWithCoder(MaskViewModel model) {
    model.workbench().beside().other().set(Other.CODER);
    model.compare().set(true);
  }

  private static Action zoom(String id, String text, String key, Runnable run) {
    return Action.of(id, Place.PICTURES, text, key, run);
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
    mask.show(pictures.current(), pictures.beside());
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
    toggle.setAccessibleText("Show another coding of the layer beside the current one");
    toggle.selectedProperty().bindBidirectional(model.compare());
    toggle.disableProperty().bind(model.comparable().not());
    var frame = new StackPane(toggle);
    var tip = new Tooltip();
    tip.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> tip(model), model.comparable(), model.workbench().beside().other()));
    Tooltip.install(frame, tip);
    return frame;
  }

  private static String tip(MaskViewModel model) {
    return model.workbench().beside().other().get() == Other.CODER
        ? "Show the layer by another coder beside, in about as many bytes; the menu has the coders"
        : model.comparable().get()
            ? "Show the pinned run beside the current one"
            : "Pin a run to compare with it, or choose another coder in the menu";
  }
}
