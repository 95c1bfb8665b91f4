package org.weighbridge.gui.numbers;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.workbench.EvaluationSetup;
import org.weighbridge.gui.workbench.Found;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.inference.Accuracy;

/** Everything that is known of the newest measured accuracy, with how far chance goes. */
public final class AccuracyDetailsViewModel {
  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());

  /** A name and what stands beside it. */
  public record Line(String name, String value) {}

  public AccuracyDetailsViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.evaluation().addListener(change -> update());
    workbench.measuring().accuracy().addListener(change -> update());
    workbench.history().current().addListener(change -> update());
    update();
  }

  public ReadOnlyObjectProperty<List<Line>> lines() {
    return lines.getReadOnlyProperty();
  }

  private void update() {
    var setup = workbench.evaluation().get();
    var latest = workbench.measuring().accuracy().get();
    lines.set(
        setup == null || latest == null
            ? List.of(new Line("Accuracy", "not measured: needs a model and a data set"))
            : lines(setup, latest));
  }

  private List<Line> lines(EvaluationSetup setup, Found<MeasuredAccuracy> found) {
    MeasuredAccuracy now = found.value();
    var before = MeasuredAccuracy.of(setup.baseline());
    boolean labels = now.accuracy().kind() == Accuracy.Kind.LABELS;
    var all = new ArrayList<Line>();
    if (workbench.measuredAccuracy().isEmpty()) {
      all.add(new Line("Of", "the configuration before the last change"));
    }
    all.add(new Line(labels ? "Top-1" : "Agreement", interval(now.accuracy())));
    if (labels) {
      all.add(new Line("Before coding", interval(before.accuracy())));
    } else {
      all.add(new Line("", "with the uncompressed network: the data has no labels"));
    }
    all.add(
        new Line(
            "Loss",
            "%s pp ± %s, paired on the same samples, 95 %%"
                .formatted(
                    Numbers.fixed(now.loss().points(), 2), Numbers.fixed(now.loss().margin(), 2))));
    all.add(
        new Line(
            "Samples",
            "%d broken, %d mended of %s"
                .formatted(
                    now.flips().broken(),
                    now.flips().mended(),
                    Numbers.count(now.accuracy().samples()))));
    all.add(new Line("By chance", chance(now)));
    all.add(
        new Line(
            "Top-5",
            Numbers.percent(now.topFive())
                + (labels ? ", before " + Numbers.percent(before.topFive()) : "")));
    all.add(
        new Line(
            "Mean loss",
            "%s nats, before %s"
                .formatted(Numbers.fixed(now.meanLoss(), 4), Numbers.fixed(before.meanLoss(), 4))));
    all.add(
        new Line(
            "Measured", Numbers.duration(found.nanos()) + " after the change that asked for it"));
    setup
        .onTest()
        .breakEven()
        .ifPresent(
            pays ->
                all.add(
                    new Line(
                        "Sparse path",
                        "quicker below a density of %s, measured on this machine (%d × %d)"
                            .formatted(
                                Numbers.percent(pays.density()), pays.outputs(), pays.inputs()))));
    return List.copyOf(all);
  }

  private static String interval(Accuracy accuracy) {
    return "%s  (%s to %s, 95 %%)"
        .formatted(
            Numbers.percent(accuracy.top1()),
            Numbers.fixed(100 * accuracy.low(), 2),
            Numbers.fixed(100 * accuracy.high(), 2));
  }

  private static String chance(MeasuredAccuracy now) {
    double p = now.flips().pValue();
    return "p = %s (McNemar): %s"
        .formatted(
            p < 0.001 ? "below 0.001" : Numbers.fixed(p, 3),
            p < 0.05 ? "the change is real" : "may be chance");
  }
}
