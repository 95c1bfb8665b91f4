package org.weighbridge.gui.bounds;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.workbench.Subject;
import org.weighbridge.gui.workbench.Workbench;

/** A row per layer, and below them what the bounds together are predicted and measured to lose. */
public final class BoundsViewModel {
  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<List<BoundRowViewModel>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper predictedLoss = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper measuredLoss = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper();
  private @Nullable Subject shown;

  public BoundsViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.subject().addListener(change -> rebuild());
    workbench.selected().addListener(change -> update());
    workbench.evaluation().addListener(change -> update());
    workbench.prediction().addListener(change -> update());
    workbench.history().current().addListener(change -> update());
    workbench.measuring().latest().addListener(change -> update());
    workbench.measuring().busy().addListener(change -> update());
    rebuild();
  }

  public ReadOnlyObjectProperty<List<BoundRowViewModel>> rows() {
    return rows.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty predictedLoss() {
    return predictedLoss.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty measuredLoss() {
    return measuredLoss.getReadOnlyProperty();
  }

  /** Up to date, measuring, or stale: in words. */
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

  private void update() {
    rows.get().forEach(BoundRowViewModel::update);
    var prediction = workbench.prediction().get();
    predictedLoss.set(
        prediction == null || !prediction.complete() ? "–" : loss(prediction.lossPoints()));
    measuredLoss.set(lastMeasuredLoss());
    state.set(words());
  }

  private String lastMeasuredLoss() {
    var measurement = workbench.measuring().latest().get();
    var setup = workbench.evaluation().get();
    if (measurement == null || setup == null || measurement.evaluation().isEmpty()) {
      return "–";
    }
    var evaluation = measurement.evaluation().get();
    return loss(evaluation.accuracy().lossPointsFrom(setup.baseline().accuracy()))
        + "  (−%d +%d)".formatted(evaluation.flips().broken(), evaluation.flips().mended());
  }

  private String words() {
    if (workbench.subject().get() == null) {
      return "no model";
    }
    if (workbench.measured().isPresent()) {
      return "up to date";
    }
    String now = workbench.measuring().busy().get() ? "measuring …" : "not measured";
    return workbench.measuring().latest().get() == null ? now : "stale: " + now;
  }

  private static String loss(double points) {
    return Numbers.points(points).replaceFirst("^\\+", "");
  }
}
