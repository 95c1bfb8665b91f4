package org.weighbridge.gui.log;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.notice.Notices;

/**
 * The log: all notices, and the ends of all jobs that were asked for; newest first. A job that
 * fails is told by its notice.
 */
public final class LogViewModel {
  /** So many entries are remembered. */
  static final int KEPT = 1000;

  private final JobRunner jobs;
  private final Supplier<LocalDateTime> clock;
  private final Set<RunningJob> followed = new HashSet<>();
  private final ObservableList<LogEntry> all = FXCollections.observableArrayList();
  private final FilteredList<LogEntry> shown = new FilteredList<>(all);
  private final ObjectProperty<Level> from = new SimpleObjectProperty<>(Level.JOB);

  /**
   * An empty log.
   *
   * @param clock by which entries are dated
   */
  public LogViewModel(Notices notices, JobRunner jobs, Supplier<LocalDateTime> clock) {
    this.jobs = jobs;
    this.clock = clock;
    notices.listen(this::said);
    jobs.running().addListener((Observable change) -> follow());
    from.addListener(
        (o, before, least) -> shown.setPredicate(entry -> entry.level().compareTo(least) >= 0));
    follow();
  }

  /** The entries of the chosen levels. */
  ObservableList<LogEntry> shown() {
    return shown;
  }

  /** The least level that is shown. */
  ObjectProperty<Level> from() {
    return from;
  }

  /** Entries as text, oldest first. */
  static String text(List<LogEntry> entries) {
    return entries.reversed().stream().map(LogEntry::line).collect(Collectors.joining("\n"));
  }

  void clear() {
    all.clear();
  }

  private void said(Notice notice) {
    add(
        switch (notice.kind()) {
          case DONE, TOLD -> Level.NOTICE;
          case FAULT -> Level.PROBLEM;
          case DEFECT -> Level.DEFECT;
        },
        notice.sentence(),
        notice.cause());
  }

  private void follow() {
    for (RunningJob job : List.copyOf(jobs.running())) {
      if (job.lane() == Lane.WORK && followed.add(job)) {
        job.onEnd(end -> ended(job, end));
      }
    }
  }

  private void ended(RunningJob job, RunningJob.State end) {
    followed.remove(job);
    String how =
        switch (end) {
          case DONE -> "done in";
          case CANCELLED -> "cancelled after";
          case FAILED -> "failed after";
          case RUNNING -> throw new IllegalStateException("a job that runs has not ended");
        };
    String time = Numbers.duration(job.elapsed().toNanos());
    add(Level.JOB, "%s: %s %s.".formatted(job.title(), how, time), null);
  }

  private void add(Level level, String sentence, @Nullable Throwable cause) {
    all.addFirst(new LogEntry(clock.get(), level, sentence, cause));
    if (all.size() > KEPT) {
      all.removeLast();
    }
  }
}
