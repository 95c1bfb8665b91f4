package org.weighbridge.gui.coding;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.gui.fxml.Fxml;

/** What of the coding is rarely changed. */
final class CodingDetails extends GridPane {
  private static final String USUAL = "usual";

  @FXML private ComboBox<Effort> effort;
  @FXML private ComboBox<BelowBound> belowBound;
  @FXML private TextField smallTensors;
  @FXML private Separator line;
  @FXML private Label optionsTitle;
  @FXML private VBox options;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  CodingDetails(CodingViewModel model) {
    Fxml.fill(this);
    model.codec().addListener(change -> offer(model));
    offer(model);
    fill(effort, List.of(Effort.values()));
    effort.valueProperty().bindBidirectional(model.effort());
    effort.setTooltip(
        new Tooltip("How hard the coder tries: it decides bytes and time, never values"));
    fill(belowBound, List.of(BelowBound.values()));
    belowBound.valueProperty().bindBidirectional(model.belowBound());
    belowBound.setTooltip(
        new Tooltip(
            "Weights that are not zero but within the bound of it: dropping them saves bytes and"
                + " may cost accuracy"));
    smallTensors.setText(model.smallTensors().get());
    smallTensors.setAccessibleText("Error bound of biases and other small tensors");
    smallTensors.setTooltip(
        new Tooltip("lossless, or an error bound such as 0.001, rel:0.001 or psnr:60"));
    model.smallTensors().addListener((o, before, now) -> smallTensors.setText(now));
    smallTensors.setOnAction(event -> model.typeSmallTensors(smallTensors.getText()));
    smallTensors
        .focusedProperty()
        .addListener(
            (o, before, focused) -> {
              if (!focused) {
                model.typeSmallTensors(smallTensors.getText());
              }
            });
  }

  /** The options of the coder at hand, a box for each that may be chosen freely. */
  private void offer(CodingViewModel model) {
    var coder = model.coder();
    var groups = coder.options();
    for (Node node : List.of(line, optionsTitle, options)) {
      node.setVisible(!groups.isEmpty());
      node.setManaged(!groups.isEmpty());
    }
    optionsTitle.setText("Options of " + coder.label());
    var holding = coder.chosen();
    options
        .getChildren()
        .setAll(
            groups.stream()
                .map(
                    group ->
                        group.size() == 1
                            ? check(model, group, holding.contains(group.getFirst()))
                            : choice(model, group, holding))
                .toList());
  }

  private static Node check(CodingViewModel model, List<String> group, boolean holds) {
    var box = new CheckBox(group.getFirst());
    box.setId("option-" + group.getFirst());
    box.setSelected(holds);
    box.setOnAction(event -> model.choose(group, box.isSelected() ? group.getFirst() : ""));
    return box;
  }

  private static Node choice(CodingViewModel model, List<String> group, List<String> holding) {
    var box = new ComboBox<String>();
    box.setId("option-" + group.getFirst());
    box.setAccessibleText("One of " + String.join(", ", group));
    box.setPrefWidth(112);
    String usual = model.usual(group).orElse(USUAL);
    box.getItems().add(usual);
    group.stream().filter(option -> !option.equals(usual)).forEach(box.getItems()::add);
    box.setValue(group.stream().filter(holding::contains).findFirst().orElse(usual));
    box.setOnAction(
        event -> model.choose(group, box.getValue().equals(usual) ? "" : box.getValue()));
    var name =
        new Label(
            group.size() < 4
                ? String.join(", ", group)
                : group.getFirst() + " … " + group.getLast());
    name.setLabelFor(box);
    var row = new HBox(8, box, name);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static <E extends Enum<E>> void fill(ComboBox<E> box, List<E> choices) {
    box.getItems().setAll(choices);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(E choice) {
            return choice == null ? "" : choice.name().toLowerCase(Locale.ROOT);
          }

          @Override
          public E fromString(String text) {
            throw new UnsupportedOperationException("nobody types into this box");
          }
        });
  }
}
