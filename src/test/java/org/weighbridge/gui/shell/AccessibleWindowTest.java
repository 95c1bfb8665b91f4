package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.gui.theme.Stages;

/** Whatever the keyboard reaches has words for those who cannot see it, in an order they expect. */
class AccessibleWindowTest {
  /** More than the window has stops. */
  private static final int STOPS = 200;

  /** Of the chart library; they hold panes of tools that are not used here. */
  private static final Set<String> FOREIGN = Set.of("HiddenSidesPane");

  @TempDir static Path folder;

  @Test
  void everyStopHasWordsAndTheirOrderIsThatOfTheWindow() {
    var example = TinyExample.in(folder);
    try (var window = new TestWindow()) {
      assertEquals(List.of(), silent(window), "without a model");
      window.open(example.model(), example.data());
      window.awaitMeasured();
      assertEquals(List.of(), silent(window), "with a model");

      Stages.run(() -> window.scene().lookup("#open").requestFocus());
      var parts = new LinkedHashSet<String>();
      var stops = new HashSet<Node>();
      for (int i = 0; i < STOPS; i++) {
        Node stop = Stages.onFx(() -> window.scene().getFocusOwner());
        boolean again = !stops.add(stop);
        parts.add(part(stop));
        if (again && i > 0 && "open".equals(stop.getId())) {
          break;
        }
        window.robot.type(KeyCode.TAB);
      }
      assertEquals(
          List.of("tools", "network", "cost", "tried", "choices"), List.copyOf(parts), "the order");
      assertTrue(stops.size() < STOPS, "round again after " + stops.size());
    }
  }

  private static String part(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      switch (at) {
        case Tools tools -> {
          return "tools";
        }
        case Sides sides -> {
          return "choices";
        }
        default -> {
          String id = at.getId();
          if (Set.of("network", "cost", "tried").contains(id == null ? "" : id)) {
            return String.valueOf(id);
          }
        }
      }
    }
    return path(node);
  }

  private static List<String> silent(TestWindow window) {
    var silent = new ArrayList<String>();
    Stages.run(() -> look(window.scene().getRoot(), silent));
    return silent;
  }

  private static void look(Node node, List<String> silent) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable() && !speaks(node)) {
      silent.add(node.getClass().getSimpleName() + " " + path(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, silent));
    }
  }

  private static boolean speaks(Node node) {
    String text = node.getAccessibleText();
    boolean own = node instanceof Labeled labeled && !labeled.getText().isBlank();
    // these pass the keyboard on to what is in them, or are not reached by it
    boolean frame =
        node instanceof MenuBar
            || node instanceof ScrollBar
            || node instanceof SplitPane
            || node instanceof TabPane;
    boolean foreign = FOREIGN.contains(node.getClass().getSimpleName());
    return own || frame || foreign || (text != null && !text.isBlank());
  }

  private static String path(Node node) {
    var parts = new ArrayList<String>();
    for (Node at = node; at != null && parts.size() < 6; at = at.getParent()) {
      parts.addFirst(at.getId() == null ? at.getClass().getSimpleName() : "#" + at.getId());
    }
    return String.join(" > ", parts);
  }
}
