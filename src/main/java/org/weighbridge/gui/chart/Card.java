package org.weighbridge.gui.chart;

import javafx.beans.DefaultProperty;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A titled frame: title, short subtitle with all of it as tooltip, small buttons, content. */
@DefaultProperty("content")
public class Card extends VBox {
  /** Less than this holds a letter and dots, which say nothing; in pixels. */
  private static final double ROOM_FOR_SUBTITLE = 48;

  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final Tooltip whole = new Tooltip();
  private final StringProperty details = new SimpleStringProperty(this, "details", "");
  private final HBox buttons = new HBox(2);
  private String shortTitle = "";
  private final ObjectProperty<Node> content = new SimpleObjectProperty<>(this, "content");

  public Card() {
    super(6);
    getStyleClass().add("card");
    title.getStyleClass().add("card-title");
    title.setMinWidth(USE_PREF_SIZE);
    subtitle.getStyleClass().add("card-subtitle");
    subtitle.setTextOverrun(OverrunStyle.ELLIPSIS);
    subtitle.setMinWidth(0);
    subtitle.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(subtitle, Priority.ALWAYS);
    subtitle.setTooltip(whole);
    title
        .tooltipProperty()
        .bind(Bindings.when(whole.textProperty().isEmpty()).then((Tooltip) null).otherwise(whole));
    subtitle.visibleProperty().bind(subtitle.widthProperty().greaterThan(ROOM_FOR_SUBTITLE));
    whole
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> (subtitle.getText() + "\n" + details.get()).strip(),
                subtitle.textProperty(),
                details));
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setMinWidth(USE_PREF_SIZE);
    var header = new HBox(title, subtitle, buttons);
    header.getStyleClass().add("card-header");
    getChildren().add(header);
    content.addListener(
        (value, old, now) -> {
          getChildren().remove(old);
          if (now != null) {
            VBox.setVgrow(now, Priority.ALWAYS);
            getChildren().add(now);
          }
        });
  }

  public Card(String title, Node content) {
    this();
    setTitle(title);
    setContent(content);
  }

  public final StringProperty titleProperty() {
    return title.textProperty();
  }

  public final String getTitle() {
    return title.getText();
  }

  public final void setTitle(String text) {
    title.setText(text);
  }

  /** What the card is called where there is little room; its title unless something shorter is. */
  public final String getShortTitle() {
    return shortTitle.isEmpty() ? getTitle() : shortTitle;
  }

  public final void setShortTitle(String text) {
    shortTitle = text;
  }

  public final StringProperty subtitleProperty() {
    return subtitle.textProperty();
  }

  public final String getSubtitle() {
    return subtitle.getText();
  }

  public final void setSubtitle(String text) {
    subtitle.setText(text);
  }

  public final ObjectProperty<Node> contentProperty() {
    return content;
  }

  public final Node getContent() {
    return content.get();
  }

  public final void setContent(Node node) {
    content.set(node);
  }

  /** What the tooltip of the subtitle says after the subtitle itself; empty for nothing. */
  public final StringProperty detailsProperty() {
    return details;
  }

  public final String getDetails() {
    return details.get();
  }

  public final void setDetails(String text) {
    details.set(text);
  }

  /** Puts something else in the place of the title, which names the card still. */
  final void setHeading(Node heading) {
    ((HBox) title.getParent()).getChildren().set(0, heading);
  }

  /** Small buttons at the right end of the header; give them the style class icon-button. */
  public final ObservableList<Node> getButtons() {
    return buttons.getChildren();
  }
}
