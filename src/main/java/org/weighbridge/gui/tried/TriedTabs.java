package org.weighbridge.gui.tried;

import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.jobs.JobsPane;
import org.weighbridge.gui.jobs.JobsViewModel;
import org.weighbridge.gui.log.LogPane;
import org.weighbridge.gui.log.LogTools;
import org.weighbridge.gui.log.LogViewModel;
import org.weighbridge.gui.notice.Notices;
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

  private final TabPane tabs = new TabPane();

  public TriedTabs(Workbench workbench, Notices notices) {
    getStylesheets().add(TriedTabs.class.getResource("tried.css") + "");
    setMinHeight(0);
    tabs.getStyleClass().add("tried");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setId("tried");
    tabs.setMinHeight(0);
    getChildren().add(tabs);
    runs(new RunsViewModel(workbench, notices));
    jobs(new JobsViewModel(workbench.jobs()));
    log(
        new LogViewModel(
            notices, workbench.jobs(), () -> LocalDateTime.now(ZoneId.systemDefault())));
  }

  private void runs(RunsViewModel model) {
    var pane = new RunsPane(model);
    add("runs-tab", pane, new RunTools(model, pane.parallel())).textProperty().bind(model.title());
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
