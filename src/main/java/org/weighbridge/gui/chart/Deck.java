package org.weighbridge.gui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * Cards in one place, one of them on top; each has their short titles as a switch in its header.
 */
public final class Deck extends StackPane {
  private final List<Card> cards;
  private final List<ToggleButton> switches = new ArrayList<>();

  /** The first card is on top. */
  public Deck(List<? extends Card> cards) {
    this.cards = List.copyOf(cards);
    for (Card card : this.cards) {
      card.setHeading(heading());
    }
    getChildren().addAll(this.cards);
    show(0);
  }

  /** Brings a card to the top. */
  public void show(int top) {
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).setVisible(i == top);
      cards.get(i).setManaged(i == top);
    }
    for (int i = 0; i < switches.size(); i++) {
      switches.get(i).setSelected(i % cards.size() == top);
    }
  }

  private HBox heading() {
    var heading = new HBox();
    heading.setMinWidth(USE_PREF_SIZE);
    for (int i = 0; i < cards.size(); i++) {
      int index = i;
      var button = new ToggleButton(cards.get(i).getShortTitle());
      button.setAccessibleText(cards.get(i).getTitle());
      button.setTooltip(new Tooltip(cards.get(i).getTitle()));
      button.setOnAction(event -> show(index));
      button.setMinWidth(USE_PREF_SIZE);
      button
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == cards.size() - 1 ? "right-pill" : "center-pill");
      switches.add(button);
      heading.getChildren().add(button);
    }
    return heading;
  }
}
