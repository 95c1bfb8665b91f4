package org.weighbridge.gui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.codec.Codecs;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.XyFigure;
import org.weighbridge.gui.bounds.Scales;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.chart.CurveData;
import org.weighbridge.gui.chart.Scale;
import org.weighbridge.gui.workbench.BoundRange;
import org.weighbridge.gui.workbench.Bounds;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;
import org.weighbridge.report.AccuracyCurves;

/** The assessed curves and the bound of the selected layer. */
public final class CurvesViewModel {
  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<List<CurveData>> curves =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper();
  private final DoubleProperty selectedBound = new SimpleDoubleProperty(Bounds.FIRST);
  private final ReadOnlyObjectWrapper<BoundRange> boundRange =
      new ReadOnlyObjectWrapper<>(BoundRange.USUAL);
  private final ReadOnlyObjectWrapper<Scale> scale = new ReadOnlyObjectWrapper<>(Scale.BOUNDS);
  private Set<LayerId> unlocked = Set.of();
  private boolean following;
  private boolean dragging;

  public CurvesViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.assessing().assessment().addListener(change -> update());
    workbench.assessing().busy().addListener(change -> update());
    workbench.subject().addListener(change -> update());
    workbench.evaluation().addListener(change -> update());
    workbench.history().current().addListener(change -> follow());
    workbench.history().current().addListener(change -> subtitle.set(words()));
    workbench.selected().addListener(change -> follow());
    selectedBound.addListener((o, before, now) -> moved(now.doubleValue()));
    update();
  }

  Workbench workbench() {
    return workbench;
  }

  /** One entry per layer that is not locked and has at least one assessed point. */
  public ReadOnlyObjectProperty<List<CurveData>> curves() {
    return curves.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty subtitle() {
    return subtitle.getReadOnlyProperty();
  }

  /**
   * The place of the selected layer on the axis of its coder, NaN while it is locked; setting it
   * moves the layer.
   */
  public DoubleProperty selectedBound() {
    return selectedBound;
  }

  /** What the axis of the selected layer's coder is read by. */
  public ReadOnlyObjectProperty<Scale> scale() {
    return scale.getReadOnlyProperty();
  }

  /** What the selected layer's slider reaches. */
  public ReadOnlyObjectProperty<BoundRange> boundRange() {
    return boundRange.getReadOnlyProperty();
  }

  /** The curves that are shown, with the budget and what the selected layer is set to. */
  Optional<CardFigure> figure() {
    var assessment = workbench.assessing().assessment().get();
    var layer = workbench.selected().get();
    if (assessment == null || curves.get().isEmpty()) {
      return Optional.empty();
    }
    var names = curves.get().stream().map(CurveData::layer).toList();
    var shown =
        new Assessment(
            assessment.baseline(),
            assessment.curves().stream()
                .filter(curve -> names.contains(curve.layer().name()))
                .toList(),
            assessment.otherBytes());
    var budget = OptionalDouble.of(workbench.lossBudget().get());
    var chosen =
        layer == null || Double.isNaN(selectedBound.get())
            ? Optional.<ReferenceLine>empty()
            : Optional.of(
                ReferenceLine.vertical(
                    selectedBound.get(), scale.get().marked(selectedBound.get())));
    return Optional.of(
        new CardFigure(
            "accuracy against " + scale.get().name(),
            () -> marked(AccuracyCurves.figure(shown, budget, Optional.empty()), chosen)));
  }

  private static XyFigure marked(XyFigure figure, Optional<ReferenceLine> line) {
    var lines = new ArrayList<>(figure.lines());
    line.ifPresent(lines::add);
    return new XyFigure(figure.caption(), figure.x(), figure.y(), figure.series(), lines);
  }

  /** Selects a layer by the name in the legend. */
  void select(String layer) {
    workbench.selected().set(new LayerId(layer));
  }

  /** Tells whether the marker is being dragged: a whole drag is one step of the history. */
  void dragged(boolean now) {
    dragging = now;
    workbench.history().settle();
  }

  private void moved(double bound) {
    var layer = workbench.selected().get();
    if (following || layer == null) {
      return;
    }
    workbench.bounds().move(layer, bound);
    if (!dragging) {
      workbench.history().settle();
    }
  }

  private void follow() {
    var layer = workbench.selected().get();
    if (layer != null) {
      scale.set(Scales.of(workbench.bounds().axis(layer)));
      boundRange.set(workbench.bounds().range(layer));
      following = true;
      selectedBound.set(workbench.bounds().place(layer));
      following = false;
    }
    if (!unlocked.equals(workbench.history().get().settings().keySet())) {
      update();
    }
  }

  private void update() {
    var subject = workbench.subject().get();
    var assessment = workbench.assessing().assessment().get();
    subtitle.set(words());
    unlocked = Set.copyOf(workbench.history().get().settings().keySet());
    curves.set(
        subject == null || assessment == null
            ? List.of()
            : assessment.curves().stream()
                .filter(curve -> unlocked.contains(curve.layer()) && !curve.points().isEmpty())
                .map(
                    curve ->
                        data(
                            curve,
                            100 * assessment.baseline().top1(),
                            subject.layer(curve.layer()).map(LayerFacts::index).orElse(0)))
                .toList());
  }

  private String words() {
    String coder = Codecs.label(workbench.assessing().shown().codec());
    if (workbench.assessing().busy().get()) {
      return coder + ", assessing: points appear as they are known";
    }
    if (workbench.assessing().assessment().get() != null) {
      var evaluation = workbench.evaluation().get();
      boolean expected = evaluation != null && evaluation.chooseBy().noise().isPresent();
      return coder
          + ", one layer at a time, others exact; validation split"
          + (expected ? ", losses as of unseen samples" : "");
    }
    return workbench.evaluation().get() == null
        ? "needs a model and a data set"
        : coder + " is not assessed yet: press Assess";
  }

  /** What bounds are chosen by: the accuracy before less the loss, with the loss's interval. */
  private static CurveData data(LayerCurve curve, double baseline, int colour) {
    var points = curve.points();
    return new CurveData(
        curve.layer().name(),
        colour,
        points.stream().mapToDouble(p -> p.place()).toArray(),
        points.stream().mapToDouble(p -> baseline - p.lossPoints()).toArray(),
        points.stream().mapToDouble(p -> baseline - p.lossPoints() - p.loss().margin()).toArray(),
        points.stream().mapToDouble(p -> baseline - p.lossPoints() + p.loss().margin()).toArray(),
        points.stream().mapToDouble(p -> (double) p.bytes()).toArray());
  }
}
