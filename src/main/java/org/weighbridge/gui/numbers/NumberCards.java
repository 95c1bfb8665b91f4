package org.weighbridge.gui.numbers;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.weighbridge.gui.details.Details;
import org.weighbridge.gui.theme.Icons;

/** The row of number cards, equally wide; smaller and wrapped where the window is narrow. */
public final class NumberCards extends HBox {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double ROOMY = 760;

  /** The card of the accuracy has a button for its details. */
  public NumberCards(NumbersViewModel model, AccuracyDetailsViewModel accuracy) {
    super(8);
    getStyleClass().add("number-cards");
    widthProperty()
        .addListener(
            (o, before, now) -> pseudoClassStateChanged(NARROW, now.doubleValue() < ROOMY));
    var top1 =
        card("top1", "Top-1", "Accuracy of the decoded network on the test split", model.top1());
    top1.titleProperty().bind(model.accuracyName());
    var more = new Button("", Icons.INFO.node());
    more.setId("accuracy-details");
    more.getStyleClass().addAll("icon-button", "corner-button");
    more.setTooltip(new Tooltip("Intervals, flips and what chance may do"));
    more.setAccessibleText("Details of the measured accuracy");
    Details.on(more, "Measured accuracy", new AccuracyDetails(accuracy));
    top1.setCorner(more);
    var error =
        card(
            "error",
            "Max |Δw| / ε",
            "Largest error of a decoded weight: over its layer's bound where all coders are asked"
                + " for one",
            model.error());
    error.titleProperty().bind(model.errorName());
    getChildren()
        .addAll(
            card("ratio", "Ratio", "Original over encoded bytes of the whole file", model.ratio()),
            card("size", "Encoded size", "Bytes of the whole .wbz file", model.size()),
            top1,
            error,
            card("encode", "Encode", "Time to encode the layers", model.encode()),
            card("decode", "Decode", "Time to decode the layers", model.decode()));
  }

  private static NumberCard card(
      String id,
      String title,
      String explanation,
      javafx.beans.value.ObservableValue<Reading> reading) {
    var card = new NumberCard(title, explanation, reading);
    card.setId("number-" + id);
    card.setPrefWidth(100);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }
}
