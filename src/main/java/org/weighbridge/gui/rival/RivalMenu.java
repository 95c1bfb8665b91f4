package org.weighbridge.gui.rival;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.gui.workbench.Beside;
import org.weighbridge.gui.workbench.Beside.Other;

/** Chooses what stands beside, for all cards that compare. */
public final class RivalMenu {
  private RivalMenu() {}

  /**
   * The coders, the chosen one ticked in every such menu.
   *
   * @param chosen run after one was chosen
   */
  public static Menu of(Beside beside, Runnable chosen) {
    var menu = new Menu("Coder beside");
    var group = new ToggleGroup();
    for (LayerCodec codec : Codecs.all()) {
      var item = item(codec.label(), group);
      item.setId("beside-" + codec.id());
      item.setOnAction(
          event -> {
            beside.coder().set(codec.id());
            chosen.run();
          });
      Runnable tick = () -> item.setSelected(codec.id().equals(beside.coder().get()));
      beside.coder().addListener(change -> tick.run());
      tick.run();
      menu.getItems().add(item);
    }
    return menu;
  }

  /**
   * The two kinds of what can stand beside.
   *
   * @param chosen run after one was chosen
   */
  public static List<RadioMenuItem> kinds(Beside beside, Runnable chosen) {
    var group = new ToggleGroup();
    return List.of(
        kind("Beside: the pinned run", Other.PINNED, group, beside, chosen),
        kind("Beside: another coder", Other.CODER, group, beside, chosen));
  }

  private static RadioMenuItem kind(
      String text, Other kind, ToggleGroup group, Beside beside, Runnable chosen) {
    var item = item(text, group);
    item.setOnAction(
        event -> {
          beside.other().set(kind);
          chosen.run();
        });
    Runnable tick = () -> item.setSelected(beside.other().get() == kind);
    beside.other().addListener(change -> tick.run());
    tick.run();
    return item;
  }

  private static RadioMenuItem item(String text, ToggleGroup group) {
    var item = new RadioMenuItem(text);
    item.setToggleGroup(group);
    return item;
  }
}
