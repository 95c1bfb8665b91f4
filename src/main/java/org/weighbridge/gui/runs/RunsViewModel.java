package org.weighbridge.gui.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Run;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.DataTable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Runs;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;

/** The runs that a filter leaves, those that are selected, and what can be done with them. */
public final class RunsViewModel {
  private final Workbench workbench;
  private final Notices notices;
  private final Runs runs;
  private final ObservableList<Run> all;
  private final FilteredList<Run> shown;
  private final ObservableList<Run> selected = FXCollections.observableArrayList();
  private final ObservableList<LayerId> layers = FXCollections.observableArrayList();
  private final ObservableMap<String, Interval> ranges = FXCollections.observableHashMap();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper part = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper difference = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<Quantity>> bounds =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Map<String, String> places = new HashMap<>();
  private Predicate<Run> typed = run -> true;

  /**
   * The runs of a workbench.
   *
   * @param notices told what was deleted, with the way back
   */
  public RunsViewModel(Workbench workbench, Notices notices) {
    this.workbench = workbench;
    this.notices = notices;
    this.runs = workbench.runs();
    this.all = runs.all();
    this.shown = new FilteredList<>(all);
    workbench.subject().addListener(change -> networkChanged());
    workbench.evaluation().addListener(change -> dataChanged());
    filter.addListener(change -> read());
    ranges.addListener((Observable change) -> apply());
    runs.filter().addListener(change -> apply());
    // as a listener of changes, for those come after the filtered list has heard of them
    all.addListener((ListChangeListener<Run>) change -> tell());
    selected.addListener((Observable change) -> tell());
    runs.pinned().addListener(change -> tell());
    networkChanged();
    dataChanged();
  }

  /** All runs, oldest first. */
  ObservableList<Run> all() {
    return all;
  }

  /** The runs that the filter and the ranges leave. */
  ObservableList<Run> shown() {
    return shown;
  }

  /** The selected ones, in the order of the table; kept by the table. */
  ObservableList<Run> selected() {
    return selected;
  }

  /** The bounds of the network's layers, in its order. */
  ReadOnlyObjectProperty<List<Quantity>> bounds() {
    return bounds.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Run> current() {
    return runs.current();
  }

  ReadOnlyObjectProperty<@Nullable Run> pinned() {
    return runs.pinned();
  }

  /** What is typed to find runs: see {@link RunFilter}. */
  public StringProperty filter() {
    return filter;
  }

  /** Only runs within these are shown, by {@link Quantity#key}. */
  ObservableMap<String, Interval> ranges() {
    return ranges;
  }

  /** What is wrong with the filter; empty when nothing is. */
  ReadOnlyStringProperty fault() {
    return fault.getReadOnlyProperty();
  }

  /** The part of the plane of ratio and loss that runs have to be in; empty for all of it. */
  ReadOnlyStringProperty part() {
    return part.getReadOnlyProperty();
  }

  void clearPart() {
    runs.filter().set(null);
  }

  /** How two selected runs differ; empty unless two are selected. */
  ReadOnlyStringProperty difference() {
    return difference.getReadOnlyProperty();
  }

  /** How many are shown, when not all are. */
  ReadOnlyStringProperty count() {
    return count.getReadOnlyProperty();
  }

  /** "Runs", with their number when there are any. */
  public StringExpression title() {
    return Bindings.when(Bindings.isEmpty(all))
        .then("Runs")
        .otherwise(Bindings.format("Runs (%d)", Bindings.size(all)));
  }

  boolean isCurrent(Run run) {
    var now = runs.current().get();
    return now != null && now.number() == run.number();
  }

  boolean isPinned(Run run) {
    var now = runs.pinned().get();
    return now != null && now.number() == run.number();
  }

  /** What network a run is of, and what data where it is not that of now. */
  String network(Run run) {
    var setup = workbench.evaluation().get();
    return RunText.network(run, setup == null ? "" : setup.test().name());
  }

  /** Whether the runs are of several networks or data, so that each has to say of which. */
  boolean severalNetworks() {
    return all.stream().map(this::network).distinct().count() > 1;
  }

  void restore(Run run) {
    runs.restore(run);
  }

  void pin(Run run) {
    runs.pin(run);
  }

  void unpin() {
    runs.unpin();
  }

  void togglePin(Run run) {
    if (isPinned(run)) {
      unpin();
    } else {
      pin(run);
    }
  }

  /** Gives a run another note and other tags: see {@link NoteText}. */
  void annotate(Run run, String line) {
    var text = NoteText.parse(line);
    runs.annotate(run, text.note());
    runs.tag(run, text.tags());
  }

  /** Forgets runs, and offers to take that back. */
  void delete(List<Run> gone) {
    if (gone.isEmpty()) {
      return;
    }
    var undo = gone.stream().map(runs::delete).toList();
    String what = gone.size() == 1 ? "run " + gone.getFirst().number() : gone.size() + " runs";
    notices.show(Notice.done("Deleted %s.".formatted(what), () -> undo.forEach(Runnable::run)));
  }

  /** Says that something is in the clipboard now. */
  void copied(String what) {
    notices.show(Notice.done("Copied %s.".formatted(what)));
  }

  /** Why there is no command that repeats the run; empty when there is. */
  static Optional<String> commandObstacle(Run run) {
    return RunCommand.obstacle(run);
  }

  /** The command line that repeats the run; empty when there is none. */
  Optional<String> command(Run run) {
    var subject = workbench.subject().get();
    return subject == null || commandObstacle(run).isPresent()
        ? Optional.empty()
        : Optional.of(
            new RunCommand(subject.file(), Optional.ofNullable(places.get(run.data()))).of(run));
  }

  /** Why there is no recipe of the run; empty when there is. */
  Optional<String> recipeObstacle(Run run) {
    return RunRecipe.obstacle(run, runs.base(run));
  }

  /** The recipe that does again what the run did, as YAML; empty when there is none. */
  Optional<String> recipe(Run run) {
    var subject = workbench.subject().get();
    var base = runs.base(run);
    return subject == null || base == null || recipeObstacle(run).isPresent()
        ? Optional.empty()
        : Optional.of(
            new RunRecipe(subject.file(), Optional.ofNullable(places.get(run.data())), layers)
                .of(run, base, runs.search(run)));
  }

  DataTable table(List<Run> some) {
    return RunTable.of(some, layers);
  }

  /**
   * Runs as a table.
   *
   * @param some in this order
   * @param settings the layers whose settings are columns
   */
  Optional<CardFigure> figure(List<Run> some, List<Quantity> settings) {
    var of = List.copyOf(some);
    var columns = List.copyOf(settings);
    var known = List.copyOf(layers);
    String title = "Runs of " + networkName();
    return of.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CardFigure(
                "runs of " + networkName(),
                () -> RunTable.figure(title, of, columns, RunTable.of(of, known))));
  }

  /** Of what is open, for people. */
  String networkName() {
    var subject = workbench.subject().get();
    return subject == null ? "model" : subject.network().name();
  }

  void clearFilters() {
    filter.set("");
    ranges.clear();
    clearPart();
  }

  private void networkChanged() {
    var subject = workbench.subject().get();
    var now =
        subject == null
            ? List.<LayerId>of()
            : subject.layers().stream().map(LayerFacts::id).toList();
    if (!now.equals(layers)) {
      layers.setAll(now);
      ranges.clear();
      bounds.set(now.stream().map(Quantity::bound).toList());
      read();
    }
  }

  private void dataChanged() {
    var setup = workbench.evaluation().get();
    if (setup != null) {
      places.put(setup.test().name(), setup.where());
    }
  }

  /** A filter that means nothing leaves the one before it: it is being typed. */
  private void read() {
    try {
      typed = new RunFilter(Quantity.all(bounds.get()), this::network).parse(filter.get());
      fault.set("");
    } catch (Fault meaningless) {
      fault.set(meaningless.sentence());
    }
    apply();
  }

  private void apply() {
    var within = typed;
    for (Quantity quantity : Quantity.all(bounds.get())) {
      var range = ranges.get(quantity.key());
      if (range != null) {
        within = within.and(run -> range.holds(quantity.of(run)));
      }
    }
    var plane = runs.filter().get();
    if (plane != null) {
      within = within.and(plane::test);
    }
    part.set(plane == null ? "" : words(plane));
    shown.setPredicate(within);
    tell();
  }

  private static String words(org.weighbridge.gui.workbench.RunFilter plane) {
    return "ratio %s–%s, loss %s to %s"
        .formatted(
            Numbers.fixed(plane.leastRatio(), 0),
            Numbers.fixed(plane.mostRatio(), 0),
            Quantity.points(plane.leastLoss()),
            Quantity.points(plane.mostLoss()));
  }

  private void tell() {
    count.set(shown.size() == all.size() ? "" : "%d of %d".formatted(shown.size(), all.size()));
    difference.set(selected.size() == 2 ? compared() : "");
  }

  /** The later run against the earlier one, but always against the pinned one. */
  private String compared() {
    var two = new ArrayList<>(selected);
    two.sort(Comparator.comparing(this::isPinned).reversed().thenComparing(Run::number));
    return Difference.words(two.getLast(), two.getFirst(), Quantity.all(bounds.get()));
  }
}
