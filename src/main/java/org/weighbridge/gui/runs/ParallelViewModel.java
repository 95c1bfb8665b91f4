package org.weighbridge.gui.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Run;
import org.weighbridge.gui.chart.CardFigure;

/**
 * Parallel coordinates of the runs (Inselberg, The plane with parallel coordinates, The Visual
 * Computer 1, 1985): one vertical axis per quantity, one line per run. A range on an axis leaves
 * only the runs within it, here and in the table.
 */
final class ParallelViewModel {
  /** What can have an axis of its own. */
  static final List<Quantity> OPTIONAL = List.of(Quantity.TOP1, Quantity.ENCODE, Quantity.DECODE);

  /** How near to a line a click has to be, in pixels. */
  private static final double REACH = 8;

  private final RunsViewModel model;
  private final ObservableList<Quantity> bounds;
  private final ObservableList<Quantity> more = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<ParallelPicture> picture =
      new ReadOnlyObjectWrapper<>(ParallelPicture.EMPTY);

  /**
   * The coordinates of some runs.
   *
   * @param bounds the layers' bounds that get an axis
   */
  ParallelViewModel(RunsViewModel model, ObservableList<Quantity> bounds) {
    this.model = model;
    this.bounds = bounds;
    bounds.addListener((Observable change) -> update());
    more.addListener((Observable change) -> update());
    // as listeners of changes, for those come after the filtered list has heard of them
    model.all().addListener((ListChangeListener<Run>) change -> update());
    model.shown().addListener((ListChangeListener<Run>) change -> update());
    model.selected().addListener((Observable change) -> update());
    model.current().addListener(change -> update());
    model.pinned().addListener(change -> update());
    update();
  }

  ReadOnlyObjectProperty<ParallelPicture> picture() {
    return picture.getReadOnlyProperty();
  }

  /** What has an axis beside bounds, ratio and loss; any of {@link #OPTIONAL}. */
  ObservableList<Quantity> more() {
    return more;
  }

  /** The lines that are shown. */
  Optional<CardFigure> figure() {
    var now = picture.get();
    String network = model.networkName();
    return now.lines().stream().noneMatch(ParallelPicture.Line::shown)
        ? Optional.empty()
        : Optional.of(
            new CardFigure(
                "parallel coordinates of " + network, () -> RunCoordinates.figure(network, now)));
  }

  /** The range on an axis; null without one. */
  @Nullable Interval range(Axis axis) {
    return model.ranges().get(axis.quantity().key());
  }

  /** Leaves only runs between two heights of an axis, each from 0 to 1. */
  void restrict(Axis axis, double from, double to) {
    model.ranges().put(axis.quantity().key(), Interval.between(axis.value(from), axis.value(to)));
  }

  void release(Axis axis) {
    model.ranges().remove(axis.quantity().key());
  }

  /** The shown run whose line is nearest to a place, if one is near. */
  Optional<Run> at(PlotGeometry geometry, double x, double y) {
    return picture.get().lines().stream()
        .filter(ParallelPicture.Line::shown)
        .filter(line -> geometry.distance(line.at(), x, y) <= REACH)
        .min(Comparator.comparingDouble(line -> geometry.distance(line.at(), x, y)))
        .map(ParallelPicture.Line::run);
  }

  /** The shown run before or after the selected one, by number; the first of all without one. */
  Optional<Run> beside(int step) {
    var runs = model.shown().stream().sorted(Comparator.comparing(Run::number)).toList();
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    int place = model.selected().isEmpty() ? -1 : runs.indexOf(model.selected().getFirst());
    int next = place < 0 ? 0 : Math.clamp((long) place + step, 0, runs.size() - 1);
    return Optional.of(runs.get(next));
  }

  /** A run in words: all that its line can be read for. */
  String words(Run run) {
    return picture.get().axes().stream()
        .map(axis -> axis.quantity().title() + " " + axis.quantity().text(run))
        .collect(
            Collectors.joining(
                ", ", "Run %d, %s: ".formatted(run.number(), RunText.coder(run)), ""));
  }

  /** The whole picture in words. */
  String words() {
    var now = picture.get();
    var text = new StringBuilder("Parallel coordinates of ");
    text.append(model.shown().size()).append(" of ").append(model.all().size()).append(" runs. ");
    now.axes().stream()
        .filter(axis -> range(axis) != null)
        .forEach(axis -> text.append(rangeWords(axis)).append(". "));
    if (model.selected().size() == 1) {
      text.append("Selected: ").append(words(model.selected().getFirst())).append('.');
    }
    return text.toString();
  }

  private String rangeWords(Axis axis) {
    var range = range(axis);
    var text = axis.quantity().text();
    return range == null
        ? ""
        : "%s from %s to %s"
            .formatted(axis.quantity().title(), text.apply(range.low()), text.apply(range.high()));
  }

  private void update() {
    var quantities = new ArrayList<>(bounds);
    quantities.add(Quantity.RATIO);
    quantities.add(Quantity.LOSS);
    OPTIONAL.stream().filter(more::contains).forEach(quantities::add);
    var axes =
        quantities.stream()
            .map(q -> Axis.over(q, model.all().stream().mapToDouble(q::of).toArray()))
            .toList();
    Set<Run> shown = new HashSet<>(model.shown());
    Set<Run> selected = new HashSet<>(model.selected());
    picture.set(
        new ParallelPicture(
            axes,
            model.all().stream()
                .map(
                    run ->
                        new ParallelPicture.Line(
                            run,
                            axes.stream().mapToDouble(a -> a.at(a.quantity().of(run))).toArray(),
                            shown.contains(run),
                            model.isCurrent(run),
                            model.isPinned(run),
                            selected.contains(run)))
                .toList()));
  }
}
