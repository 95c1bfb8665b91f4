package org.weighbridge.gui.shortcuts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.overlay.Overlay;
import org.weighbridge.gui.theme.Icons;

/** All shortcuts over the window, in two columns of menus. */
public final class ShortcutsPage extends VBox {
  private final Supplier<Shortcuts> shortcuts;
  private final Overlay overlay;
  @FXML private Button close;
  @FXML private ScrollPane scroll;
  @FXML private HBox columns;

  /**
   * A page.
   *
   * @param shortcuts asked whenever the page is shown
   */
  @SuppressWarnings("NullAway.Init") // filled by the loader
  public ShortcutsPage(Supplier<Shortcuts> shortcuts, Overlay overlay) {
    this.shortcuts = shortcuts;
    this.overlay = overlay;
    Fxml.fill(this);
    setMaxSize(880, USE_PREF_SIZE);
    close.setGraphic(Icons.CLOSE.node());
    close.setOnAction(event -> overlay.close());
  }

  /** Shows the page, or closes it. */
  public void toggle() {
    if (overlay.shows(this)) {
      overlay.close();
    } else {
      fill(shortcuts.get());
      overlay.show(this, scroll, Pos.CENTER);
    }
  }

  /** Puts each menu where fewer lines are, so that both columns end near each other. */
  private void fill(Shortcuts now) {
    var left = new ArrayList<String>();
    var right = new ArrayList<String>();
    int difference = 0;
    for (String menu : now.menus().keySet()) {
      int lines = 2 + now.menus().get(menu).size();
      (difference <= 0 ? left : right).add(menu);
      difference += difference <= 0 ? lines : -lines;
    }
    columns.getChildren().setAll(column(now, left), column(now, right));
  }

  private static VBox column(Shortcuts now, List<String> menus) {
    var column = new VBox(16);
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setPrefWidth(400);
    for (String menu : menus) {
      var title = new Label(menu);
      title.getStyleClass().add("card-title");
      column
          .getChildren()
          .add(new VBox(4, title, grid(Objects.requireNonNull(now.menus().get(menu)))));
    }
    return column;
  }

  private static GridPane grid(List<Shortcuts.Line> lines) {
    var grid = new GridPane(8, 4);
    var text = new ColumnConstraints();
    text.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(text);
    for (int i = 0; i < lines.size(); i++) {
      var key = new Label(lines.get(i).key());
      key.getStyleClass().add("key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setHalignment(key, HPos.RIGHT);
      grid.addRow(i, new Label(lines.get(i).text()), key);
    }
    return grid;
  }
}
