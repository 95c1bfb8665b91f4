package org.weighbridge.gui.numbers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.workbench.EvaluationSetup;
import org.weighbridge.gui.workbench.Found;
import org.weighbridge.gui.workbench.Prediction;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.inference.Accuracy;

/**
 * Six readings of the current configuration: measured where it has been measured, else predicted
 * where the curves allow it, else of the last measured configuration and called so.
 */
public final class NumbersViewModel {
  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<Reading> ratio = reading();
  private final ReadOnlyObjectWrapper<Reading> size = reading();
  private final ReadOnlyObjectWrapper<Reading> top1 = reading();
  private final ReadOnlyStringWrapper accuracyName = new ReadOnlyStringWrapper("Top-1");
  private final ReadOnlyObjectWrapper<Reading> error = reading();
  private final ReadOnlyStringWrapper errorName = new ReadOnlyStringWrapper(Errors.OVER_BOUND);
  private final ReadOnlyObjectWrapper<Reading> encode = reading();
  private final ReadOnlyObjectWrapper<Reading> decode = reading();

  public NumbersViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.subject().addListener(change -> update());
    workbench.pruning().shown().addListener(change -> update());
    workbench.evaluation().addListener(change -> update());
    workbench.awaited().addListener(change -> update());
    workbench.prediction().addListener(change -> update());
    workbench.history().current().addListener(change -> update());
    workbench.history().moving().addListener(change -> update());
    workbench.measuring().accuracy().addListener(change -> update());
    workbench.measuring().file().addListener(change -> update());
    workbench.measuring().busy().addListener(change -> update());
    workbench.lossBudget().addListener(change -> update());
    workbench.runs().pinned().addListener(change -> update());
    workbench.runs().current().addListener(change -> update());
    update();
  }

  ReadOnlyObjectProperty<Reading> ratio() {
    return ratio.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Reading> size() {
    return size.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Reading> top1() {
    return top1.getReadOnlyProperty();
  }

  /** Top-1, or what stands in for it without labels. */
  ReadOnlyStringProperty accuracyName() {
    return accuracyName.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Reading> error() {
    return error.getReadOnlyProperty();
  }

  /** What {@link #error} is: an error over the bound asked for, or the error reached. */
  ReadOnlyStringProperty errorName() {
    return errorName.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Reading> encode() {
    return encode.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Reading> decode() {
    return decode.getReadOnlyProperty();
  }

  private void update() {
    var subject = workbench.subject().get();
    if (subject == null) {
      List.of(ratio, size, top1, error, encode, decode)
          .forEach(reading -> reading.set(Reading.none("no model")));
      return;
    }
    long original = subject.network().originalBytes();
    long coded = 4 * subject.layers().stream().mapToLong(l -> l.weights()).sum();
    var against = against();
    ratio.set(
        pick(
            m ->
                Reading.measured(
                    Numbers.ratio(m.ratio()),
                    against.map(a -> a.ratio(m.ratio())).orElseGet(() -> fullyConnected(m)),
                    m.ratio(),
                    "× (original over encoded bytes)"),
            p -> {
              double predicted = (double) original / p.bytes().orElseThrow();
              return Reading.predicted(
                      Numbers.ratio(predicted),
                      "predicted" + against.map(a -> ", " + a.shortRatio(predicted)).orElse(""),
                      predicted,
                      "× (original over encoded bytes)")
                  .with(against.map(a -> a.ratio(predicted)).orElse(""));
            }));
    size.set(
        pick(
            m ->
                Reading.measured(
                    Numbers.bytes(m.fileBytes()),
                    against
                        .map(a -> a.bytes(m.fileBytes()))
                        .orElseGet(() -> "of " + Numbers.bytes(original)),
                    m.fileBytes(),
                    "bytes"),
            p -> {
              long predicted = p.bytes().orElseThrow();
              return Reading.predicted(
                      Numbers.bytes(predicted),
                      "predicted" + against.map(a -> ", " + a.shortBytes(predicted)).orElse(""),
                      predicted,
                      "bytes")
                  .with(against.map(a -> a.bytes(predicted)).orElse(""));
            }));
    var setup = workbench.evaluation().get();
    boolean labels = setup == null || setup.baseline().accuracy().kind() == Accuracy.Kind.LABELS;
    accuracyName.set(labels ? "Top-1" : "Agreement");
    top1.set(setup == null ? Reading.none(withoutSetup()) : top1(setup));
    var errors = errors();
    errorName.set(errors.map(Errors::name).orElse(Errors.OVER_BOUND));
    error.set(pick(m -> error(errors.orElseThrow(), against), null));
    encode.set(
        pick(m -> time(m.encodeNanos(), coded, against.map(a -> a.encode(m.encodeNanos()))), null));
    decode.set(
        pick(m -> time(m.decodeNanos(), coded, against.map(a -> a.decode(m.decodeNanos()))), null));
  }

  private String withoutSetup() {
    return switch (workbench.awaited().get()) {
      case NOTHING -> "no data set";
      case DATA -> "reading data …";
      case BASELINE -> "measuring baseline";
    };
  }

  /** The pinned run, unless it is of just the current choices. */
  private Optional<Against> against() {
    var pinned = workbench.runs().pinned().get();
    var current = workbench.runs().current().get();
    return pinned == null || (current != null && current.number() == pinned.number())
        ? Optional.empty()
        : Optional.of(new Against(pinned));
  }

  /** Of the newest file, which may be of an older configuration. */
  private Optional<Errors> errors() {
    return Optional.ofNullable(workbench.measuring().file().get())
        .map(found -> Errors.of(found.value(), found.configuration()));
  }

  private static Reading error(Errors errors, Optional<Against> against) {
    var reading =
        Reading.measured(errors.text(), errors.detail(), errors.number(), errors.unit())
            .with(against.map(Against::error).orElse(""));
    return errors.hold() ? reading : reading.overBudget("bound broken");
  }

  /** What the file has to say: the file itself, else its prediction, else the one before. */
  private Reading pick(
      Function<MeasuredFile, Reading> measured, @Nullable Function<Prediction, Reading> predicted) {
    var exact = workbench.measuredFile();
    if (exact.isPresent()) {
      return measured.apply(exact.get());
    }
    var prediction = workbench.prediction().get();
    boolean sized = prediction != null && prediction.bytes().isPresent();
    return otherwise(workbench.measuring().file().get(), measured, sized ? predicted : null);
  }

  private <T> Reading otherwise(
      @Nullable Found<T> latest,
      Function<T, Reading> measured,
      @Nullable Function<Prediction, Reading> predicted) {
    var prediction = workbench.prediction().get();
    boolean holds = prediction != null && prediction.complete() && workbench.atHand();
    if (predicted != null && prediction != null && holds) {
      return predicted.apply(prediction);
    }
    return Optional.ofNullable(latest)
        .map(Found::value)
        .map(measured)
        .map(Reading::stale)
        .orElseGet(
            () ->
                Reading.none(workbench.measuring().busy().get() ? "measuring …" : "not measured"));
  }

  /** While a drag is followed, the newest accuracy: it is that of a moment ago. */
  private Reading top1(EvaluationSetup setup) {
    var latest = workbench.measuring().accuracy().get();
    if (latest != null && workbench.following()) {
      return measuredTop1(latest.value(), setup, true);
    }
    Function<MeasuredAccuracy, Reading> measured = accuracy -> measuredTop1(accuracy, setup, false);
    return workbench
        .measuredAccuracy()
        .map(measured)
        .orElseGet(() -> otherwise(latest, measured, p -> predictedTop1(p, setup)));
  }

  private Reading measuredTop1(
      MeasuredAccuracy measured, EvaluationSetup setup, boolean following) {
    Accuracy now = measured.accuracy();
    double loss = now.lossPointsFrom(setup.baseline().accuracy());
    double budget = workbench.lossBudget().get();
    boolean over = loss > budget + 1e-9;
    var pinned =
        against()
            .filter(a -> a.run().accuracy().isPresent())
            .filter(a -> a.run().data().equals(setup.test().name()))
            .map(a -> a.points(now.top1()));
    String change =
        Numbers.points(-loss).replace(" pp", "")
            + " ± "
            + Numbers.fixed(measured.loss().margin(), 2)
            + " pp";
    var reading =
        Reading.measured(
                Numbers.percent(now.top1()),
                following ? "following, " + Numbers.points(-loss) : pinned.orElse(change),
                100 * now.top1(),
                "%")
            .with(
                "%s against the %s (95 %%); budget %s pp%s"
                    .formatted(
                        change,
                        setup.changed() ? "pruned or retrained baseline" : "network before coding",
                        Numbers.fixed(budget, 2),
                        pinned.map(words -> "\n" + words).orElse("")));
    return over
        ? reading.overBudget("over by %s pp".formatted(Numbers.fixed(loss - budget, 2)))
        : reading;
  }

  private Reading predictedTop1(Prediction prediction, EvaluationSetup setup) {
    double predicted = setup.baseline().accuracy().top1() - prediction.lossPoints() / 100;
    double over = prediction.lossPoints() - workbench.lossBudget().get();
    return Reading.predicted(
            Numbers.percent(predicted),
            over > 1e-9
                ? "predicted: over"
                : "predicted, " + Numbers.points(-prediction.lossPoints()),
            100 * predicted,
            "%")
        .with(
            over > 1e-9
                ? "Over the budget by %s pp".formatted(Numbers.fixed(over, 2))
                : "Within the budget");
  }

  private static String fullyConnected(MeasuredFile measurement) {
    double ratio = measurement.ratioFullyConnected();
    return Double.isNaN(ratio) ? "whole file" : "whole file; fc " + Numbers.ratio(ratio);
  }

  private static Reading time(long nanos, long bytes, Optional<String> against) {
    return Reading.measured(
        Numbers.duration(nanos),
        against.orElseGet(
            () -> nanos == 0 ? "" : Numbers.bytes(Math.round(bytes / (nanos / 1e9))) + "/s"),
        nanos / 1e6,
        "ms");
  }

  private static ReadOnlyObjectWrapper<Reading> reading() {
    return new ReadOnlyObjectWrapper<>(Reading.none(""));
  }
}
