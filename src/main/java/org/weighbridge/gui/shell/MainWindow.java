package org.weighbridge.gui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.action.Actions;
import org.weighbridge.gui.assess.AssessViewModel;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.notice.NoticeBar;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.welcome.Welcome;
import org.weighbridge.gui.workbench.Workbench;

/**
 * The frame: menus and tools, the status at the bottom, and in the middle the welcome until a model
 * is open. It stands without its {@link Parts}, which nobody sees before.
 */
final class MainWindow extends BorderPane {
  private final StatusBar status;
  private final Welcome welcome;
  @FXML private VBox top;
  @FXML private MenuBar menus;
  @FXML private StackPane middle;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  MainWindow(
      Workbench workbench,
      AssessViewModel assess,
      Notices notices,
      Actions actions,
      Welcome welcome) {
    Fxml.fill(this);
    this.welcome = welcome;
    getStyleClass().add("main-window");
    top.getChildren().addAll(new Tools(workbench, assess, actions), new NoticeBar(notices));
    status = new StatusBar(new StatusViewModel(workbench.jobs()));
    setBottom(status);
    middle.getChildren().add(welcome);
  }

  /** Puts the parts where the welcome is. */
  void furnish(Parts parts) {
    parts.visibleProperty().bind(welcome.visibleProperty().not());
    middle.getChildren().addFirst(parts);
  }

  StatusBar status() {
    return status;
  }

  /** Still without menus. */
  MenuBar menus() {
    return menus;
  }
}
