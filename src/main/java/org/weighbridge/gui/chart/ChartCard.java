package org.weighbridge.gui.chart;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.NamedArg;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.weighbridge.gui.theme.Icons;

/**
 * A card around a chart that can fill the centre ({@link ExpandRequest}), with a menu: what the
 * chart itself has to choose, then export and copy ({@link FigureMenu}).
 */
public class ChartCard extends Card implements FigureCard {
  private final MenuButton menu = new MenuButton("", Icons.MORE.node());
  private final ObservableList<MenuItem> options = FXCollections.observableArrayList();
  private Supplier<Optional<CardFigure>> figure = Optional::empty;

  public ChartCard() {
    menu.getStyleClass().add("icon-button");
    var expand = new Button("", Icons.EXPAND.node());
    expand.getStyleClass().addAll("icon-button", "expand-button");
    expand.setTooltip(new Tooltip("Fill the centre, or put it back (Esc)"));
    expand.setOnAction(event -> requestRoom());
    getButtons().addAll(expand, menu);
    titleProperty().addListener((o, before, now) -> name(expand, now));
    var always = FigureMenu.items(this);
    menu.getItems().setAll(always);
    menu.setOnShowing(event -> FigureMenu.refresh(this, always));
    options.addListener(
        (ListChangeListener<MenuItem>)
            change -> {
              menu.getItems().setAll(options);
              if (!options.isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
              }
              menu.getItems().addAll(always);
            });
  }

  public ChartCard(@NamedArg("title") String title, @NamedArg("content") Node content) {
    this();
    setTitle(title);
    setContent(content);
  }

  /** What the chart shows, asked for at the moment of exporting or copying. */
  public final void setFigure(Supplier<Optional<CardFigure>> source) {
    figure = source;
  }

  @Override
  public final Optional<CardFigure> figure() {
    return figure.get();
  }

  /** What there is to choose of this chart: its axes, what is beside, what is pinned. */
  public final ObservableList<MenuItem> getOptions() {
    return options;
  }

  final MenuButton menu() {
    return menu;
  }

  /** Asks for all the room of the centre, or gives it back; a card of a deck takes the others. */
  public final void requestRoom() {
    Node part = getParent() instanceof Deck deck ? deck : this;
    part.fireEvent(new ExpandRequest(part));
  }

  private void name(Button expand, String title) {
    expand.setAccessibleText("Fill the centre with: " + title);
    menu.setAccessibleText("Options, export and copy: " + title);
    menu.setTooltip(new Tooltip("Options, export and copy"));
  }
}
