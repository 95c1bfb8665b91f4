package org.weighbridge.gui.tried;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.action.Place;
import org.weighbridge.gui.jobs.JobsPane;
import org.weighbridge.gui.jobs.JobsViewModel;
import org.weighbridge.gui.log.LogPane;
import org.weighbridge.gui.log.LogTools;
import org.weighbridge.gui.log.LogViewModel;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.runs.RunActions;
import org.weighbridge.gui.runs.RunTools;
import org.weighbridge.gui.runs.RunsPane;
import org.weighbridge.gui.runs.RunsViewModel;
import org.weighbridge.gui.workbench.Workbench;

/**
 * What was tried, what is going on, and what was said of it, as tabs. The tools of the tab at hand
 * stand beside the tabs, for rows are few down here.
 */
public final class TriedTabs extends StackPane {
  /** What the tabs themselves take. */
  private static final double TABS = 230;

  /** Alt and a number show a tab; the columns on the right have the numbers before. */
  private static final int FIRST_KEY = 3;

  private final TabPane tabs = new TabPane();
  private final RunsViewModel runs;
  private final RunsPane runsPane;
  private final RunTools runTools;

  public TriedTabs(Workbench workbench, Notices notices) {
    getStylesheets().add(TriedTabs.class.getResource("tried.css") + "");
    setMinHeight(0);
    tabs.getStyleClass().add("tried");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setId("tried");
    tabs.setMinHeight(0);
    getChildren().add(tabs);
    runs = new RunsViewModel(workbench, notices);
    runsPane = new RunsPane(runs);
    runTools = new RunTools(runs, runsPane);
    add("runs-tab", runsPane, runTools).textProperty().bind(runs.title());
    jobs(new JobsViewModel(workbench.jobs()));
    workbench.view().add("tried", this::at, this::show);
    workbench.view().add("runs", runs.filter()::get, runs.filter()::set);
    log(
        new LogViewModel(
            notices, workbench.jobs(), () -> LocalDateTime.now(ZoneId.systemDefault())));
  }

  /** Shows each tab, and does things with runs. */
  public List<Action> actions() {
    var all = new ArrayList<Action>();
    var titles = List.of("Show the runs", "Show the jobs", "Show the log");
    for (int i = 0; i < titles.size(); i++) {
      var tab = tabs.getTabs().get(i);
      String key = "Alt+" + (i + FIRST_KEY);
      all.add(
          Action.of("show-" + tab.getId(), Place.PARTS, titles.get(i), key, () -> show(tab))
              .ticked(tab.selectedProperty()));
    }
    all.addAll(RunActions.of(runs, runsPane, runTools, () -> show(tabs.getTabs().getFirst())));
    return List.copyOf(all);
  }

  private String at() {
    return tabs.getSelectionModel().getSelectedItem().getId();
  }

  private void show(String id) {
    tabs.getTabs().stream().filter(tab -> tab.getId().equals(id)).forEach(this::show);
  }

  private void show(Tab tab) {
    tabs.getSelectionModel().select(tab);
  }

  private void jobs(JobsViewModel model) {
    add("jobs-tab", new JobsPane(model), null)
        .textProperty()
        .bind(
            Bindings.when(model.running().greaterThan(0))
                .then(Bindings.format("Jobs (%d)", model.running()))
                .otherwise("Jobs"));
  }

  private void log(LogViewModel model) {
    add("log-tab", new LogPane(model), new LogTools(model)).setText("Log");
  }

  private Tab add(String id, Node content, @Nullable Region tools) {
    var tab = new Tab("", content);
    tab.setId(id);
    tabs.getTabs().add(tab);
    if (tools != null) {
      tools.setMaxHeight(Region.USE_PREF_SIZE);
      tools.maxWidthProperty().bind(tabs.widthProperty().subtract(TABS));
      tools.visibleProperty().bind(tab.selectedProperty());
      tools.managedProperty().bind(tab.selectedProperty());
      setAlignment(tools, Pos.TOP_RIGHT);
      getChildren().add(tools);
    }
    return tab;
  }
}
