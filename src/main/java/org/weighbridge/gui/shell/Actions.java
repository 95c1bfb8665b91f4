package org.weighbridge.gui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.gui.optimize.OptimizerViewModel;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.workbench.Workbench;

/** All actions of the window in one place, by id. */
final class Actions {
  private static final ObservableBooleanValue NEVER = new SimpleBooleanProperty(false);

  private final Map<String, Action> all = new LinkedHashMap<>();

  Actions(
      Workbench workbench,
      OptimizerViewModel optimizer,
      Dialogs dialogs,
      ThemeSwitch theme,
      Runnable quit) {
    var files = new FileActions(workbench, dialogs);
    var noModel = workbench.subject().isNull();
    var noData = workbench.evaluation().isNull();
    var history = workbench.history();
    var idle = Bindings.isEmpty(workbench.jobs().running());

    add("open", "Open model…", "Shortcut+O", Icons.OPEN, NEVER, files::openModel);
    add("data", "Open data…", "Shortcut+D", Icons.DATA, noModel, files::openData);
    add("export", "Export model…", "Shortcut+S", Icons.EXPORT, noModel, files::exportEncoded);
    add(
        "export-onnx",
        "Export decoded ONNX…",
        "Shortcut+Shift+S",
        null,
        noModel,
        files::exportDecoded);
    add("decode", "Decode a .wbz file…", "Shortcut+Shift+D", null, NEVER, files::decode);
    add("report", "Report…", "Shortcut+P", Icons.REPORT, noModel, files::report);
    add("quit", "Quit", "Shortcut+Q", null, NEVER, quit);

    add("undo", "Undo", "Shortcut+Z", Icons.UNDO, history.canUndo().not(), history::undo);
    add("redo", "Redo", "Shortcut+Shift+Z", Icons.REDO, history.canRedo().not(), history::redo);

    add(
        "assess",
        "Assess the whole range of bounds",
        "Shortcut+R",
        Icons.ASSESS,
        noData,
        () -> workbench.assess(Workbench.wholeRange()));
    add(
        "assess-knee",
        "Assess around the knee, as DeepSZ does",
        "Shortcut+Shift+R",
        null,
        noData,
        () -> workbench.assess(AssessmentPlan.DeepSz.upTo(workbench.lossBudget().get())));
    add(
        "optimize",
        "Optimize error bounds",
        "Shortcut+B",
        Icons.PLAY,
        optimizer.unready(),
        optimizer::start);
    add(
        "evaluate",
        "Evaluate the current configuration",
        "Shortcut+E",
        null,
        noModel,
        workbench::evaluate);
    add("cancel", "Cancel job", "Esc", Icons.STOP, idle, workbench::cancelFront);

    add("theme", "Switch between light and dark", "Shortcut+T", Icons.MOON, NEVER, theme::toggle);
  }

  Action get(String id) {
    var action = all.get(id);
    if (action == null) {
      throw new IllegalArgumentException("no action " + id);
    }
    return action;
  }

  private void add(
      String id,
      String text,
      String key,
      @Nullable Icons icon,
      ObservableBooleanValue disabled,
      Runnable run) {
    all.put(id, new Action(id, text, KeyCombination.valueOf(key), icon, disabled, run));
  }
}
