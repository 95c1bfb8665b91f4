package org.weighbridge.gui.welcome;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.user.RecentFiles;
import org.weighbridge.gui.workbench.Workbench;

/** What there is to begin with. */
public final class WelcomeViewModel {
  private final RecentFiles recent;
  private final ObservableValue<@Nullable Offer> offer;
  private final Consumer<Path> open;
  private final JobRunner jobs;
  private final BooleanBinding wanted;
  private final ObservableList<Sample> samples = FXCollections.observableArrayList();

  // held, because the list it wraps knows it weakly only
  private final ObservableList<Sample> shown = FXCollections.unmodifiableObservableList(samples);
  private final ReadOnlyStringWrapper opening = new ReadOnlyStringWrapper("");

  /**
   * A welcome.
   *
   * @param offer a session to go on with, null without one
   * @param open opens a file, whatever it is
   */
  public WelcomeViewModel(
      Workbench workbench,
      RecentFiles recent,
      ObservableValue<@Nullable Offer> offer,
      Consumer<Path> open) {
    this.recent = recent;
    this.offer = offer;
    this.open = open;
    this.jobs = workbench.jobs();
    this.wanted = Bindings.isNull(workbench.subject());
    var running = jobs.running();
    running.addListener(
        (javafx.beans.Observable change) ->
            opening.set(
                running.stream()
                    .map(job -> job.title())
                    .filter(title -> title.startsWith("Opening"))
                    .reduce("", (before, title) -> title + " …")));
  }

  /** Looks which samples there are. */
  public void look() {
    var unused =
        jobs.start(Lane.MASK, "Looking for samples", progress -> Sample.all(), samples::setAll);
  }

  /** Whether nothing is open. */
  public BooleanBinding wanted() {
    return wanted;
  }

  public ObservableList<Sample> samples() {
    return shown;
  }

  /** Newest first. */
  public ObservableList<RecentFiles.Recent> recent() {
    return recent.all();
  }

  public ObservableValue<@Nullable Offer> offer() {
    return offer;
  }

  /** What is being opened, empty when nothing is. */
  public ReadOnlyStringProperty opening() {
    return opening.getReadOnlyProperty();
  }

  public void open(Path file) {
    open.accept(file);
  }

  /** Takes a file off the list of recent ones. */
  public void forget(Path file) {
    recent.remove(file);
  }
}
