package org.weighbridge.gui.coding;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.gui.details.Details;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;

/**
 * How layers are coded, whatever they are set to: the coders that are wanted most as a switch, the
 * others in a menu that shows the name of one that is chosen, and the rest in a popover.
 */
public final class CodingBar extends HBox {
  /** Ids of the coders that have a place in the switch. */
  private static final List<String> MAIN = List.of("sz", "deepsz", "codebook", "linear", "zfp");

  @FXML private HBox coders;
  @FXML private MenuButton others;
  @FXML private Button more;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public CodingBar(CodingViewModel model) {
    Fxml.fill(this);
    var main = main();
    for (int i = 0; i < main.size(); i++) {
      var button = pill(main.get(i), model);
      button
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == main.size() - 1 ? "right-pill" : "center-pill");
      coders.getChildren().add(button);
    }
    var rest = Codecs.all().stream().filter(codec -> !main.contains(codec)).toList();
    others.getStyleClass().add("coder-menu");
    others.setMinWidth(USE_PREF_SIZE);
    others.setAccessibleText("More coders");
    CoderMenu.items(others, rest, model::use, model.codec());
    model.codec().addListener(change -> nameOthers(rest, model));
    nameOthers(rest, model);
    more.setGraphic(Icons.SETTINGS.node());
    more.setTooltip(
        new Tooltip(
            "Options of the coder, its effort, and what becomes of weights below their bound and"
                + " of biases"));
    more.setAccessibleText("More of the coding");
    Details.on(more, "Coding", new CodingDetails(model));
  }

  private static List<LayerCodec> main() {
    return MAIN.stream()
        .flatMap(id -> Codecs.all().stream().filter(codec -> codec.id().equals(id)))
        .toList();
  }

  private void nameOthers(List<LayerCodec> rest, CodingViewModel model) {
    var chosen = rest.stream().filter(codec -> CoderMenu.isOne(codec, model.codec())).findFirst();
    others.setText(chosen.map(LayerCodec::label).orElse("More"));
    others.getStyleClass().remove("chosen");
    others.getStyleClass().addAll(chosen.map(codec -> List.of("chosen")).orElse(List.of()));
    others.setTooltip(
        chosen
            .map(Promises::tooltip)
            .orElseGet(
                () -> new Tooltip("More coders: Bloomier, low rank, half floats, lossless, …")));
  }

  private static ToggleButton pill(LayerCodec codec, CodingViewModel model) {
    var button = new ToggleButton(codec.label());
    button.setId("coder-" + codec.id());
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(Promises.tooltip(codec));
    button.setAccessibleText("Code with " + codec.label());
    Runnable show = () -> button.setSelected(CoderMenu.isOne(codec, model.codec()));
    button.setOnAction(event -> model.press(codec));
    // also where nothing changes: a press of the selected one must not release it
    button.selectedProperty().addListener(change -> show.run());
    model.codec().addListener(change -> show.run());
    show.run();
    return button;
  }
}
