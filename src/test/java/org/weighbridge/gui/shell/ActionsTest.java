package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.shortcuts.Shortcuts;
import org.weighbridge.gui.theme.Stages;
import org.weighbridge.gui.theme.Theme;

/** What holds for all actions of the window. */
class ActionsTest {
  private static final Path PAGE = Path.of("docs", "shortcuts.md");

  private static Desk desk;
  private static List<Action> actions;

  @BeforeAll
  static void open() {
    desk = Stages.onFx(() -> new Desk(Platform::runLater, new NoDialogs(), Theme.LIGHT, () -> {}));
    actions = List.copyOf(desk.actions().all());
  }

  @Test
  void acceleratorsAndIdsStandForOneActionEach() {
    var keys = new HashMap<String, String>();
    keys.put("Shift+Shortcut+P", "the palette's second key");
    var ids = new HashSet<String>();
    for (Action action : actions) {
      assertTrue(ids.add(action.id()), () -> "two actions are called " + action.id());
      var other = keys.put(action.key().getName(), action.id());
      assertTrue(other == null, () -> action.id() + " has the accelerator of " + other);
    }
  }

  @Test
  void everyActionIsInAMenuWithItsAccelerator() {
    var bar = (MenuBar) desk.scene().lookup("#menus");
    var items =
        bar.getMenus().stream()
            .flatMap(menu -> menu.getItems().stream())
            .filter(item -> item.getAccelerator() != null)
            .collect(Collectors.toMap(MenuItem::getId, MenuItem::getAccelerator, (a, b) -> a));
    for (Action action : actions) {
      assertEquals(action.key(), items.get(action.id() + "-item"), action.id());
    }
  }

  @Test
  void whatIsImpossibleSaysWhyWhenItIsChosen() {
    Stages.run(() -> item("evaluate-item").fire());
    var notice = desk.notices().current().get();
    assertTrue(notice != null && notice.sentence().contains("no model"), "" + notice);
    assertTrue(item("evaluate-item").getStyleClass().contains("impossible"));
  }

  /** {@code -Dwrite.shortcuts=true} writes the page anew. */
  @Test
  void thePageOfShortcutsIsUpToDate() throws IOException {
    String page = Shortcuts.of(actions).markdown();
    if (Boolean.getBoolean("write.shortcuts")) {
      Files.writeString(PAGE, page);
    }
    String remedy =
        PAGE + " is out of date: run mvn test -Dtest=ActionsTest -Dwrite.shortcuts=true";
    assertEquals(page, Files.exists(PAGE) ? Files.readString(PAGE) : "", remedy);
  }

  private static MenuItem item(String id) {
    var bar = (MenuBar) desk.scene().lookup("#menus");
    return bar.getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }
}
