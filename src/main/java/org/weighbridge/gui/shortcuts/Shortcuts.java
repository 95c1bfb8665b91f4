package org.weighbridge.gui.shortcuts;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weighbridge.gui.action.Action;

/**
 * The shortcuts of all actions by menu, in the menus' order.
 *
 * @param menus the lines of each menu
 */
public record Shortcuts(Map<String, List<Line>> menus) {
  /**
   * A line of the page.
   *
   * @param key with Ctrl for what is Command on a Mac
   */
  public record Line(String text, String key) {}

  public static Shortcuts of(List<Action> actions) {
    var menus =
        actions.stream()
            .sorted(Comparator.comparing(Action::place))
            .collect(
                Collectors.groupingBy(
                    action -> action.place().menu(),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        action -> new Line(action.text(), readable(action)), Collectors.toList())));
    return new Shortcuts(menus);
  }

  /** The same page for the documentation. */
  public String markdown() {
    var page = new StringBuilder("# Keyboard shortcuts\n\n");
    page.append(
        "Made of the program's list of actions; in the window: Help > Keyboard shortcuts.\n");
    page.append("On a Mac, Ctrl is the Command key.\n");
    menus.forEach(
        (menu, lines) -> {
          page.append("\n## ").append(menu).append("\n\n| action | keys |\n|---|---|\n");
          lines.forEach(line -> page.append("| %s | %s |\n".formatted(line.text(), line.key())));
        });
    return page.toString();
  }

  private static String readable(Action action) {
    return action
        .key()
        .getName()
        .replace("Shift+Shortcut", "Shortcut+Shift")
        .replace("Shortcut", "Ctrl");
  }
}
