package org.weighbridge.gui.bounds;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Axis;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.workbench.Subject;
import org.weighbridge.gui.workbench.Workbench;

/** A row per layer, and below them what the bounds together are predicted and measured to lose. */
public final class BoundsViewModel {
  /** What the state begins with when nothing is left to measure. */
  static final String UP_TO_DATE = "up to date";

  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<List<BoundRowViewModel>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper predictedLoss = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper measuredLoss = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper();
  private @Nullable Subject shown;

  public BoundsViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.subject().addListener(change -> rebuild());
    workbench.selected().addListener(change -> update());
    workbench.evaluation().addListener(change -> update());
    workbench.lossBudget().addListener(change -> mark());
    workbench.assessing().assessment().addListener(change -> mark());
    workbench.prediction().addListener(change -> update());
    workbench.history().current().addListener(change -> update());
    workbench.history().moving().addListener(change -> update());
    workbench.measuring().accuracy().addListener(change -> update());
    workbench.measuring().file().addListener(change -> update());
    workbench.measuring().busy().addListener(change -> update());
    rebuild();
  }

  public ReadOnlyObjectProperty<List<BoundRowViewModel>> rows() {
    return rows.getReadOnlyProperty();
  }

  /** Whether all sliders that are not locked move together. */
  public BooleanProperty linked() {
    return workbench.bounds().linked();
  }

  /** What the sliders choose. */
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty subtitle() {
    return subtitle.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty predictedLoss() {
    return predictedLoss.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty measuredLoss() {
    return measuredLoss.getReadOnlyProperty();
  }

  /**
   * Up to date, following a drag, measuring, or stale: in words, with the time from the last change
   * to its measured accuracy.
   */
  public ReadOnlyStringProperty state() {
    return state.getReadOnlyProperty();
  }

  @SuppressWarnings("ReferenceEquality") // rows are made anew for every new subject
  private void rebuild() {
    var subject = workbench.subject().get();
    if (subject != shown) {
      shown = subject;
      rows.set(
          subject == null
              ? List.of()
              : subject.layers().stream()
                  .map(layer -> new BoundRowViewModel(workbench, layer))
                  .toList());
    }
    update();
  }

  private void mark() {
    rows.get().forEach(BoundRowViewModel::mark);
    update();
  }

  private void update() {
    rows.get().forEach(BoundRowViewModel::update);
    name();
    var prediction = workbench.prediction().get();
    predictedLoss.set(
        prediction == null || !prediction.complete() ? "–" : loss(prediction.lossPoints()));
    measuredLoss.set(lastMeasuredLoss());
    state.set(words());
  }

  private void name() {
    var now = workbench.history().get();
    var axis = workbench.coders().get().axis();
    if (now.mixed()) {
      title.set("Settings");
      subtitle.set("a coder per layer");
    } else if (axis instanceof Axis.Bounds) {
      title.set("Error bounds");
      subtitle.set("absolute, one per layer");
    } else {
      title.set(Scales.of(axis).heading());
      subtitle.set("");
    }
  }

  private String lastMeasuredLoss() {
    var measured = workbench.measuring().accuracy().get();
    var setup = workbench.evaluation().get();
    if (measured == null || setup == null) {
      return "–";
    }
    var value = measured.value();
    return loss(value.accuracy().lossPointsFrom(setup.baseline().accuracy()))
        + "  (−%d +%d)".formatted(value.flips().broken(), value.flips().mended());
  }

  private String words() {
    if (workbench.subject().get() == null) {
      return "no model";
    }
    var accuracy = workbench.measuring().accuracy().get();
    if (accuracy != null && workbench.following()) {
      return "following, " + Numbers.duration(accuracy.nanos());
    }
    if (accuracy != null && workbench.measuredAccuracy().isPresent()) {
      return (workbench.upToDate() ? UP_TO_DATE : "size follows")
          + ", "
          + Numbers.duration(accuracy.nanos());
    }
    if (workbench.upToDate()) {
      return UP_TO_DATE;
    }
    String now = workbench.measuring().busy().get() ? "measuring …" : "not measured";
    boolean never = accuracy == null && workbench.measuring().file().get() == null;
    return never ? now : "stale: " + now;
  }

  private static String loss(double points) {
    return Numbers.points(points).replaceFirst("^\\+", "");
  }
}
