package org.weighbridge.gui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.assess.AssessViewModel;
import org.weighbridge.gui.optimize.OptimizerViewModel;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.workbench.Workbench;

/** All actions of the window in one place, by id. */
final class Actions {
  private static final ObservableStringValue POSSIBLE = new SimpleStringProperty("");

  private static final String NO_MODEL = "There is no model yet: open one first.";

  private final Map<String, Action> all = new LinkedHashMap<>();

  Actions(
      Workbench workbench,
      AssessViewModel assess,
      OptimizerViewModel optimizer,
      Dialogs dialogs,
      ThemeSwitch theme,
      Runnable quit) {
    var files = new FileActions(workbench, dialogs);
    var history = workbench.history();
    var modelFirst = unless(workbench.subject().isNotNull(), NO_MODEL, POSSIBLE);
    var dataFirst =
        unless(
            workbench.evaluation().isNotNull(),
            "There is no data set yet to measure accuracy on: open one with Data….",
            POSSIBLE);
    var bothFirst = unless(workbench.subject().isNotNull(), NO_MODEL, dataFirst);
    var working =
        unless(Bindings.isNotEmpty(workbench.jobs().running()), "Nothing is going on.", POSSIBLE);
    var searchEnd =
        unless(
            workbench.optimizing().running().isNull(),
            "A search is at work already: wait, or cancel it with Esc.",
            bothFirst);

    add("open", "Open model…", "Shortcut+O", Icons.OPEN, POSSIBLE, files::openModel);
    add("data", "Open data…", "Shortcut+D", Icons.DATA, modelFirst, files::openData);
    add("export", "Export model…", "Shortcut+S", Icons.EXPORT, modelFirst, files::exportEncoded);
    add(
        "export-onnx",
        "Export decoded ONNX…",
        "Shortcut+Shift+S",
        null,
        modelFirst,
        files::exportDecoded);
    add("decode", "Decode a .wbz file…", "Shortcut+Shift+D", null, POSSIBLE, files::decode);
    add("save", "Save model as…", "Shortcut+Shift+E", null, modelFirst, files::saveModel);
    add("report", "Report…", "Shortcut+P", Icons.REPORT, modelFirst, files::report);
    add("quit", "Quit", "Shortcut+Q", null, POSSIBLE, quit);

    add(
        "undo",
        "Undo",
        "Shortcut+Z",
        Icons.UNDO,
        unless(history.canUndo(), "Nothing has been changed yet.", POSSIBLE),
        history::undo);
    add(
        "redo",
        "Redo",
        "Shortcut+Shift+Z",
        Icons.REDO,
        unless(history.canRedo(), "Nothing has been undone.", POSSIBLE),
        history::redo);

    add("assess", "Assess error bounds", "Shortcut+R", Icons.ASSESS, bothFirst, assess::assess);
    add("optimize", "Optimize error bounds", "Shortcut+B", Icons.PLAY, searchEnd, optimizer::start);
    add(
        "evaluate",
        "Evaluate the current configuration",
        "Shortcut+E",
        null,
        modelFirst,
        workbench::evaluate);
    add("cancel", "Cancel job", "Esc", Icons.STOP, working, workbench::cancelFront);

    add(
        "theme",
        "Switch between light and dark",
        "Shortcut+T",
        Icons.MOON,
        POSSIBLE,
        theme::toggle);
  }

  Action get(String id) {
    var action = all.get(id);
    if (action == null) {
      throw new IllegalArgumentException("no action " + id);
    }
    return action;
  }

  private static ObservableStringValue unless(
      ObservableBooleanValue met, String obstacle, ObservableStringValue further) {
    return Bindings.when(met).then(further).otherwise(obstacle);
  }

  private void add(
      String id,
      String text,
      String key,
      @Nullable Icons icon,
      ObservableStringValue obstacle,
      Runnable run) {
    all.put(id, new Action(id, text, KeyCombination.valueOf(key), icon, obstacle, run));
  }
}
