package org.weighbridge.gui.header;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.workbench.EvaluationSetup;
import org.weighbridge.gui.workbench.Standing;
import org.weighbridge.gui.workbench.Subject;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.inference.Accuracy;

/** What is open, in three lines. */
public final class HeaderViewModel {
  private final Workbench workbench;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper accuracy = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper path = new ReadOnlyStringWrapper();

  public HeaderViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.subject().addListener(change -> update());
    workbench.evaluation().addListener(change -> update());
    workbench.awaited().addListener(change -> update());
    update();
  }

  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty size() {
    return size.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty accuracy() {
    return accuracy.getReadOnlyProperty();
  }

  /** Where model and data come from. */
  public ReadOnlyStringProperty path() {
    return path.getReadOnlyProperty();
  }

  /** What the card says, a line for each number. */
  Optional<CardFigure> figure() {
    var subject = workbench.subject().get();
    var setup = workbench.evaluation().get();
    return subject == null
        ? Optional.empty()
        : Optional.of(
            new CardFigure(
                subject.original().name(),
                () -> HeaderTable.of(subject, Optional.ofNullable(setup))));
  }

  private void update() {
    var subject = workbench.subject().get();
    var setup = workbench.evaluation().get();
    if (subject == null) {
      title.set("No model");
      size.set("Open an ONNX model, or drop one on the window.");
      accuracy.set("");
      path.set("Drop an ONNX model, an encoded .wbz file or a data set here");
      return;
    }
    var network = subject.original();
    title.set(setup == null ? network.name() : network.name() + " · " + setup.test().name());
    size.set(
        "%s parameters   %s"
            .formatted(
                Numbers.count(network.parameters()), Numbers.bytes(network.originalBytes())));
    accuracy.set(accuracyLine());
    path.set(
        "%s\n%s parameters, %s bytes as float32\n%s"
            .formatted(
                subject.file().toAbsolutePath(),
                Numbers.count(network.parameters()),
                Numbers.count(network.originalBytes()),
                setup == null ? "No data set" : interval(setup)));
  }

  /** The samples behind the accuracy, and how far it may be off for their number. */
  private static String interval(EvaluationSetup setup) {
    Accuracy now = setup.baseline().accuracy();
    return String.format(
        Locale.ROOT,
        "%s: %s of %s test samples, %.3f %% to %.3f %% with 95 %% confidence (Wilson)",
        setup.test().name(),
        Numbers.count(now.correct()),
        Numbers.count(now.samples()),
        100 * now.low(),
        100 * now.high());
  }

  /** The data set that the model's sidecar names, which has to be found by the user. */
  private String usualData() {
    return Optional.ofNullable(workbench.subject().get())
        .flatMap(Subject::sidecar)
        .flatMap(ModelSidecar::dataset)
        .orElse("one");
  }

  private String accuracyLine() {
    var setup = workbench.evaluation().get();
    if (setup == null) {
      return switch (workbench.awaited().get()) {
        case NOTHING -> "No data set: open %s to see accuracy.".formatted(usualData());
        case DATA -> "Reading data, baseline accuracy follows …";
        case BASELINE -> "Measuring the baseline accuracy …";
      };
    }
    var subject = workbench.subject().get();
    var way = subject == null ? List.<Standing>of() : Standing.of(subject, setup);
    Accuracy original = setup.original().accuracy();
    String line =
        "%s %s [%s, %s] · %s samples"
            .formatted(
                original.kind() == Accuracy.Kind.LABELS ? "Top-1" : "Agreement",
                Numbers.percent(setup.baseline().accuracy().top1()),
                Numbers.fixed(100 * setup.baseline().accuracy().low(), 1),
                Numbers.fixed(100 * setup.baseline().accuracy().high(), 1),
                Numbers.count(original.samples()));
    return way.size() < 2 ? line : line + "\n" + words(way);
  }

  /** What became of the network; the last one is the baseline that losses refer to. */
  private static String words(List<Standing> way) {
    return way.stream()
        .map(standing -> standing.what() + " " + Numbers.percent(standing.accuracy().top1()))
        .collect(Collectors.joining(" → "));
  }
}
