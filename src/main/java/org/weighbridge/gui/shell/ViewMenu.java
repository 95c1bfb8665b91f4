package org.weighbridge.gui.shell;

import static org.weighbridge.gui.action.Place.LAYERS;
import static org.weighbridge.gui.action.Place.THEME;

import java.util.List;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.theme.Theme;
import org.weighbridge.gui.workbench.Workbench;

/** What is looked at, and how it looks. */
final class ViewMenu {
  private ViewMenu() {}

  static List<Action> actions(Workbench workbench, ThemeSwitch theme, Needs needs) {
    var layers = new LayerSteps(workbench);
    return List.of(
        Action.of("next-layer", LAYERS, "Next layer", "Alt+Down", () -> layers.step(1))
            .icon(Icons.LAYERS)
            .obstacle(needs.model()),
        Action.of("previous-layer", LAYERS, "Previous layer", "Alt+Up", () -> layers.step(-1))
            .obstacle(needs.model()),
        Action.of("theme", THEME, "Switch between light and dark", "Shortcut+T", theme::toggle)
            .icon(Icons.MOON),
        chosen(theme, Theme.LIGHT, "Light theme", "Shortcut+Shift+L"),
        chosen(theme, Theme.DARK, "Dark theme", "Shortcut+Shift+N"),
        chosen(theme, Theme.SYSTEM, "Theme as the desktop", "Shortcut+Shift+Y"));
  }

  private static Action chosen(ThemeSwitch theme, Theme choice, String text, String key) {
    String id = "theme-" + choice.name().toLowerCase(java.util.Locale.ROOT);
    return Action.of(id, THEME, text, key, () -> theme.choose(choice))
        .ticked(theme.chosen().isEqualTo(choice));
  }
}
