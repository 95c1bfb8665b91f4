package org.weighbridge.gui.mask;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.tensor.Tensor;

/**
 * Which weights of a layer are kept, as a picture of its matrix view (rows = first dimension): from
 * a density image of the whole down to single weights with their exact values.
 *
 * <p>Wheel or +/- zoom, drag or arrow keys move, double click or Home shows the whole. A layer of
 * any size opens at once; its picture follows when it has been read off the FX thread.
 */
public final class MaskView extends BorderPane {
  private final MaskCanvas canvas = new MaskCanvas();
  private final MaskLegend legend = new MaskLegend();
  private final PyramidService service = new PyramidService();
  private final ObjectProperty<MaskMode> mode =
      new SimpleObjectProperty<>(this, "mode", MaskMode.MASK);
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
  private @Nullable Tensor tensor;
  private String name = "";

  public MaskView() {
    getStyleClass().add("mask-view");
    setMinSize(120, 120);
    setPrefSize(280, 320);
    setCenter(canvas);
    setBottom(bottom());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    mode.addListener(change -> show());
    setOnMousePressed(press -> requestFocus());
    setOnKeyPressed(canvas::key);
    service.setOnSucceeded(done -> show());
    service.setOnFailed(failed -> canvas.message("This layer cannot be shown."));
    clear();
  }

  /**
   * Shows a layer's weights in place of the earlier one's. Other weights of the same layer follow
   * without a gap: a drag changes the picture many times a second.
   *
   * @param weights zeros are pruned; never written to while it is shown
   * @param name for people
   */
  public void setTensor(Tensor weights, String name) {
    boolean other =
        tensor == null || !name.equals(this.name) || !weights.shape().equals(tensor.shape());
    this.tensor = weights;
    this.name = name;
    ready.set(false);
    if (other) {
      canvas.message("Reading " + name + "…");
    }
    service.read(weights);
  }

  /** Shows nothing. */
  public void clear() {
    service.cancel();
    tensor = null;
    ready.set(false);
    legend.setVisible(false);
    canvas.message("Select a layer to see which of its weights are kept");
    setAccessibleText("Sparsity mask: no layer");
  }

  public ObjectProperty<MaskMode> modeProperty() {
    return mode;
  }

  public MaskMode getMode() {
    return mode.get();
  }

  public void setMode(MaskMode value) {
    mode.set(value);
  }

  /** Whether the picture of the last tensor is shown. */
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  private void show() {
    DensityPyramid pyramid = service.getValue();
    Tensor weights = tensor;
    if (pyramid == null || weights == null) {
      return;
    }
    canvas.show(pyramid, weights.shape(), mode.get());
    legend.show(pyramid, mode.get());
    legend.setVisible(true);
    setAccessibleText("Sparsity mask of " + MaskText.whole(name, weights.shape(), pyramid));
    ready.set(true);
  }

  private Node bottom() {
    var group = new ToggleGroup();
    var modes = new HBox();
    for (MaskMode each : MaskMode.values()) {
      var toggle = new ToggleButton(each.label());
      toggle.setToggleGroup(group);
      toggle.getStyleClass().addAll("small", each == MaskMode.MASK ? "left-pill" : "right-pill");
      toggle.setMinWidth(USE_PREF_SIZE);
      toggle.setSelected(each == mode.get());
      toggle.setOnAction(event -> mode.set(each));
      mode.addListener((value, old, now) -> toggle.setSelected(now == each));
      modes.getChildren().add(toggle);
    }
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bar =
        new HBox(
            modes,
            space,
            button(Icons.MINUS, "Zoom out (−)", () -> canvas.zoom(0.5)),
            button(Icons.PLUS, "Zoom in (+)", () -> canvas.zoom(2)),
            button(Icons.FIT, "Show the whole layer (Home)", canvas::fit));
    bar.setAlignment(Pos.CENTER_LEFT);
    var rows = new VBox(6, legend, bar);
    rows.getStyleClass().add("mask-bar");
    return rows;
  }

  private static Button button(Icons icon, String text, Runnable action) {
    var button = new Button("", icon.node());
    button.getStyleClass().add("icon-button");
    button.setTooltip(new Tooltip(text));
    button.setAccessibleText(text);
    button.setFocusTraversable(false);
    button.setOnAction(event -> action.run());
    return button;
  }
}
