package org.weighbridge.gui.coding;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;

/** Coders to choose from, the chosen one ticked. */
public final class CoderMenu {
  private CoderMenu() {}

  /** All coders; the button shows the chosen one's name. */
  public static void fill(
      MenuButton button, Consumer<String> choose, ObservableValue<String> chosen) {
    items(button, Codecs.all(), choose, chosen);
    Runnable show =
        () -> {
          button.setText(Codecs.label(chosen.getValue()));
          button.setTooltip(Promises.tooltip(Codecs.byId(chosen.getValue())));
        };
    chosen.addListener(change -> show.run());
    show.run();
  }

  /** Some coders, by their ids and whatever their options. */
  static void items(
      MenuButton button,
      List<LayerCodec> codecs,
      Consumer<String> choose,
      ObservableValue<String> chosen) {
    var group = new ToggleGroup();
    for (LayerCodec codec : codecs) {
      var item = new RadioMenuItem(codec.label());
      item.setId("coder-" + codec.id());
      item.setToggleGroup(group);
      item.setOnAction(
          event -> {
            if (!isOne(codec, chosen)) {
              choose.accept(codec.id());
            }
          });
      Runnable show = () -> item.setSelected(isOne(codec, chosen));
      chosen.addListener(change -> show.run());
      show.run();
      button.getItems().add(item);
    }
  }

  static boolean isOne(LayerCodec codec, ObservableValue<String> chosen) {
    return Codecs.byId(chosen.getValue()).family().equals(codec.family());
  }
}
