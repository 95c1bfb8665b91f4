package org.weighbridge.gui.facts;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.weighbridge.gui.chart.Card;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.chart.FigureCard;
import org.weighbridge.gui.chart.FigureMenu;
import org.weighbridge.gui.fxml.Fxml;

/** What became of the selected layer, in numbers. */
public final class FactsCard extends Card implements FigureCard {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  @FXML private GridPane rows;
  private final FactsViewModel model;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public FactsCard(FactsViewModel model) {
    this.model = model;
    Fxml.fill(this);
    getButtons().add(FigureMenu.button(this, getTitle()));
    subtitleProperty().bind(model.subtitle());
    model.facts().addListener((o, before, now) -> show(now));
    show(model.facts().get());
  }

  @Override
  public Optional<CardFigure> figure() {
    return model.figure();
  }

  /** Labels stay where there are as many facts as before: a drag changes them often. */
  private void show(List<Fact> facts) {
    if (rows.getChildren().size() != 2 * facts.size()) {
      rows.getChildren().clear();
      for (int i = 0; i < facts.size(); i++) {
        rows.add(label("fact-name"), 0, i);
        rows.add(label("fact-value"), 1, i);
      }
    }
    for (int i = 0; i < facts.size(); i++) {
      var fact = facts.get(i);
      ((Label) rows.getChildren().get(2 * i)).setText(fact.name());
      var value = (Label) rows.getChildren().get(2 * i + 1);
      value.setText(fact.value());
      value.pseudoClassStateChanged(WAITING, !fact.known());
      value.getTooltip().setText(fact.value() + "\n" + fact.whole());
      value.setAccessibleText(fact.name().strip() + ": " + fact.value());
    }
  }

  private static Label label(String style) {
    var label = new Label();
    label.getStyleClass().add(style);
    label.setTooltip(new Tooltip());
    GridPane.setValignment(label, VPos.BASELINE);
    if (style.equals("fact-name")) {
      label.setMinWidth(USE_PREF_SIZE);
      label.setTooltip(null);
    }
    return label;
  }
}
