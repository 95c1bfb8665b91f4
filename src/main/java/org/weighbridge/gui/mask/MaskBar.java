package org.weighbridge.gui.mask;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.weighbridge.gui.theme.Icons;

/** The modes of the mask view, and its zoom. */
final class MaskBar extends HBox {
  MaskBar(Camera camera, ObjectProperty<MaskMode> mode) {
    setAlignment(Pos.CENTER_LEFT);
    var group = new ToggleGroup();
    for (MaskMode each : MaskMode.values()) {
      var toggle = new ToggleButton(each.label());
      toggle.setToggleGroup(group);
      toggle.getStyleClass().addAll("small", "mask-mode", pill(each));
      toggle.setMinWidth(USE_PREF_SIZE);
      toggle.setTooltip(new Tooltip(words(each)));
      toggle.setSelected(each == mode.get());
      toggle.setOnAction(
          event -> {
            toggle.setSelected(true); // a second click does not unselect it
            mode.set(each);
          });
      mode.addListener((value, old, now) -> toggle.setSelected(now == each));
      getChildren().add(toggle);
    }
    var space = new Region();
    setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            space,
            button(Icons.MINUS, "Zoom out (−)", () -> camera.zoom(0.5)),
            button(Icons.PLUS, "Zoom in (+)", () -> camera.zoom(2)),
            button(Icons.FIT, "Show the whole layer (0)", camera::fit));
  }

  private static String pill(MaskMode mode) {
    return switch (mode) {
      case MASK -> "left-pill";
      case WEIGHTS, ERROR -> "center-pill";
      case BINS -> "right-pill";
    };
  }

  private static String words(MaskMode mode) {
    return switch (mode) {
      case MASK -> "Which weights are kept";
      case WEIGHTS -> "The values of the weights";
      case ERROR -> "Decoded less original weights, as far as the bound";
      case BINS -> "Which of the decoded values each weight comes back as";
    };
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
