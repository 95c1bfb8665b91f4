package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.theme.Theme;

/** Whatever the keyboard reaches has words for those who cannot see it. */
class AccessibleWindowTest {
  @Test
  void everyControlHasWords() {
    var silent = new ArrayList<String>();
    Stages.run(
        () -> {
          var desk = new Desk(Platform::runLater, new NoDialogs(), Theme.LIGHT, () -> {});
          desk.scene().getRoot().applyCss();
          look(desk.scene().getRoot(), silent);
        });
    assertEquals(List.of(), silent, "controls without text, label or accessible text");
  }

  private static void look(Node node, List<String> silent) {
    if (node instanceof Control control && control.isFocusTraversable() && !speaks(control)) {
      silent.add(control.getClass().getSimpleName() + " " + path(control));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, silent));
    }
  }

  private static boolean speaks(Control control) {
    String text = control.getAccessibleText();
    boolean own = control instanceof Labeled labeled && !labeled.getText().isBlank();
    // these pass the keyboard on to what is in them, or are not reached by it
    boolean frame =
        control instanceof MenuBar
            || control instanceof ScrollBar
            || control instanceof SplitPane
            || control instanceof TabPane;
    return own || frame || (text != null && !text.isBlank());
  }

  private static String path(Node node) {
    var parts = new ArrayList<String>();
    for (Node at = node; at != null && parts.size() < 6; at = at.getParent()) {
      parts.addFirst(at.getId() == null ? at.getClass().getSimpleName() : "#" + at.getId());
    }
    return String.join(" > ", parts);
  }
}
