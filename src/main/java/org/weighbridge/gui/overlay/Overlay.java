package org.weighbridge.gui.overlay;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A pane over the whole window that shows one thing at a time. Esc and a press beside it close it;
 * work behind it goes on. The keyboard stays in it meanwhile and goes back where it was.
 */
public final class Overlay extends StackPane {
  private @Nullable Node focusBefore;

  /** Nothing is shown yet. */
  public Overlay() {
    getStyleClass().add("overlay");
    setVisible(false);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          if (press.getTarget() == this) {
            close();
          }
          press.consume();
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            close();
          } else if (key.getCode() == KeyCode.TAB) {
            key.consume(); // what is behind it must not get the keyboard
            go(key.isShiftDown() ? -1 : 1);
          }
        });
  }

  /**
   * Shows something in place of what is shown.
   *
   * @param focus gets the keyboard
   */
  public void show(Node content, Node focus, Pos place) {
    if (!isVisible()) {
      focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    }
    setAlignment(content, place);
    getChildren().setAll(content);
    setVisible(true);
    focus.requestFocus();
  }

  /** To the next stop of the keyboard in what is shown, round and round. */
  private void go(int step) {
    var stops = new ArrayList<Node>();
    collect(this, stops);
    if (!stops.isEmpty()) {
      int now = stops.indexOf(getScene().getFocusOwner());
      int next = now < 0 ? 0 : Math.floorMod(now + step, stops.size());
      stops.get(next).requestFocus();
    }
  }

  private static void collect(Parent parent, List<Node> stops) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible() || node.isDisabled()) {
        continue;
      }
      if (node.isFocusTraversable()) {
        stops.add(node);
      } else if (node instanceof Parent inner) {
        collect(inner, stops);
      }
    }
  }

  /** Whether this very thing is shown. */
  public boolean shows(Node content) {
    return isVisible() && getChildren().contains(content);
  }

  public void close() {
    setVisible(false);
    getChildren().clear();
    if (focusBefore != null) {
      focusBefore.requestFocus();
      focusBefore = null;
    }
  }
}
