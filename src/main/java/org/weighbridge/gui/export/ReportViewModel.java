package org.weighbridge.gui.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.runs.Repeats;
import org.weighbridge.gui.user.Settings;
import org.weighbridge.gui.workbench.ReportWish;
import org.weighbridge.gui.workbench.Workbench;

/** A report that is to be written: its folder, and in which files its figures are wanted. */
public final class ReportViewModel {
  private final Workbench workbench;
  private final Settings settings;
  private final Notices notices;
  private final PictureViewModel pictures;
  private final ObjectProperty<Optional<Path>> folder =
      new SimpleObjectProperty<>(Optional.empty());

  /** With the files that were wanted last. */
  public ReportViewModel(Workbench workbench, Settings settings, Notices notices) {
    this.workbench = workbench;
    this.settings = settings;
    this.notices = notices;
    pictures = new PictureViewModel(settings.pictures().get());
  }

  PictureViewModel pictures() {
    return pictures;
  }

  ObjectProperty<Optional<Path>> folder() {
    return folder;
  }

  /** What the report will say, as far as that is known now. */
  String content() {
    var parts = new ArrayList<String>();
    var subject = workbench.subject().get();
    parts.add("the current configuration, encoded");
    if (subject != null && !subject.asOpened()) {
      parts.add("the network before pruning");
    }
    if (subject != null && subject.base().descent().isPresent()) {
      parts.add("its training");
    }
    if (workbench.assessing().of(workbench.coding()) != null) {
      parts.add("the curves");
    }
    parts.add(
        workbench.evaluation().get() == null
            ? "no accuracy, for there is no data set"
            : "accuracy before and after");
    int runs = workbench.runs().all().size();
    parts.add(runs == 1 ? "1 run" : runs + " runs");
    return "In it: " + String.join(", ", parts) + "; as index.html, figures, tables and hashes.";
  }

  /** Why it cannot be written so; empty when it can. */
  ObservableStringValue obstacle() {
    var drawn = pictures.obstacle();
    return Bindings.createStringBinding(
        () -> folder.get().isEmpty() ? "Choose a folder." : drawn.get(), folder, drawn);
  }

  /**
   * Begins the work.
   *
   * @param show opens the report's page when the user wants that
   */
  void write(Consumer<Path> show) {
    settings.pictures().set(pictures.choice().get());
    var repeats = new Repeats(workbench);
    folder
        .get()
        .ifPresent(
            where ->
                workbench.report(
                    new ReportWish(
                        where, pictures.choice().get(), repeats.command(), repeats.recipe()),
                    sentence ->
                        notices.show(
                            Notice.done(sentence)
                                .offering(
                                    "Open", () -> show.accept(where.resolve("index.html"))))));
  }
}
