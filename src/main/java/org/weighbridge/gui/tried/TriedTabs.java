package org.weighbridge.gui.tried;

import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.weighbridge.gui.jobs.JobsPane;
import org.weighbridge.gui.jobs.JobsViewModel;
import org.weighbridge.gui.log.LogPane;
import org.weighbridge.gui.log.LogViewModel;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.workbench.Workbench;

/** What was tried, what is going on, and what was said of it. */
public final class TriedTabs extends TabPane {
  public TriedTabs(Workbench workbench, Notices notices) {
    getStyleClass().add("tried");
    getStylesheets().add(TriedTabs.class.getResource("tried.css") + "");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    setId("tried");
    var jobs = new JobsViewModel(workbench.jobs());
    var log =
        new LogViewModel(
            notices, workbench.jobs(), () -> LocalDateTime.now(ZoneId.systemDefault()));
    var jobsTab = new Tab("Jobs", new JobsPane(jobs));
    jobsTab.setId("jobs-tab");
    jobsTab
        .textProperty()
        .bind(
            Bindings.when(jobs.running().greaterThan(0))
                .then(Bindings.format("Jobs (%d)", jobs.running()))
                .otherwise("Jobs"));
    var logTab = new Tab("Log", new LogPane(log));
    logTab.setId("log-tab");
    getTabs().addAll(jobsTab, logTab);
  }
}
