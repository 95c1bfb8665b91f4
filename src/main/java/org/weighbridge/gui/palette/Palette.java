package org.weighbridge.gui.palette;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.overlay.Overlay;

/** A field to type in, and below it what answers. */
public final class Palette extends VBox {
  private static final int PAGE = 8;

  private final PaletteViewModel model;
  private final Overlay overlay;
  @FXML private TextField typed;
  @FXML private ListView<Command> commands;
  @FXML private Label nothing;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public Palette(PaletteViewModel model, Overlay overlay) {
    this.model = model;
    this.overlay = overlay;
    Fxml.fill(this);
    setMaxSize(640, USE_PREF_SIZE);
    typed.textProperty().bindBidirectional(model.typed());
    typed.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    commands.setItems(model.shown());
    commands.setCellFactory(list -> new CommandCell());
    commands.setOnMouseClicked(click -> performAt(commands.getSelectionModel().getSelectedIndex()));
    commands.setPlaceholder(nothing);
    model.chosen().addListener(change -> choose());
    // later: the list follows the same change and would let go of what is selected
    model.shown().addListener((javafx.beans.Observable change) -> Platform.runLater(this::choose));
  }

  /** Shows the palette with nothing typed, or closes it. */
  public void toggle() {
    if (overlay.shows(this)) {
      overlay.close();
    } else {
      model.begin();
      overlay.show(this, typed, Pos.TOP_CENTER);
    }
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case DOWN -> model.step(1);
      case UP -> model.step(-1);
      case PAGE_DOWN -> model.chosen().set(within(model.chosen().get() + PAGE));
      case PAGE_UP -> model.chosen().set(within(model.chosen().get() - PAGE));
      case ENTER -> perform();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private int within(int place) {
    return Math.clamp(place, 0, Math.max(0, model.shown().size() - 1));
  }

  private void performAt(int place) {
    if (place >= 0) {
      model.chosen().set(place);
      perform();
    }
  }

  private void perform() {
    overlay.close();
    model.perform();
  }

  private void choose() {
    int place = model.chosen().get();
    commands.getSelectionModel().clearAndSelect(place);
    commands.scrollTo(Math.max(0, place - PAGE / 2));
  }
}
