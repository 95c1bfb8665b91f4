package org.weighbridge.gui.workbench;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.experiment.MeasuredFile;

/** Predicts from the curves what is measured afterwards, and puts the two side by side. */
final class Predicting {
  private final History<Configuration> history;
  private final Assessing assessing;
  private final Measuring measuring;
  private final Comparing comparing;
  private final OtherBytes otherBytes = new OtherBytes();
  private final ReadOnlyObjectWrapper<@Nullable Prediction> prediction =
      new ReadOnlyObjectWrapper<>();

  Predicting(
      History<Configuration> history,
      Assessing assessing,
      Measuring measuring,
      Comparing comparing) {
    this.history = history;
    this.assessing = assessing;
    this.measuring = measuring;
    this.comparing = comparing;
    assessing.assessment().addListener(change -> curvesChanged());
    assessing.busy().addListener(change -> trace());
    measuring.accuracy().addListener(change -> collect());
    measuring.file().addListener((o, before, now) -> encoded(now));
  }

  ReadOnlyObjectProperty<@Nullable Prediction> prediction() {
    return prediction.getReadOnlyProperty();
  }

  void forget() {
    otherBytes.forget();
  }

  /** The current configuration is another one. */
  void update() {
    prediction.set(of(history.get()).orElse(null));
  }

  private Optional<Prediction> of(Configuration configuration) {
    var assessment = assessing.of(configuration.coding());
    boolean nothingKnown =
        assessment == null
            && configuration.settings().keySet().stream()
                .noneMatch(layer -> assessing.curve(configuration, layer).isPresent());
    return nothingKnown
        ? Optional.empty()
        : Optional.of(
            Prediction.of(
                layer -> assessing.curve(configuration, layer),
                configuration,
                otherBytes.of(configuration, assessment)));
  }

  private OptionalDouble loss(Configuration configuration) {
    return of(configuration).map(Prediction::loss).orElse(OptionalDouble.empty());
  }

  private void curvesChanged() {
    update();
    comparing.predict(this::loss);
    trace();
  }

  private void encoded(@Nullable Found<MeasuredFile> file) {
    if (file != null) {
      otherBytes.learn(file);
      update();
      trace();
      collect();
    }
  }

  /** Keeps what the user's own choice was measured to be. */
  private void collect() {
    var configuration = history.get();
    var accuracy = Found.of(configuration, measuring.accuracy().get());
    var file = Found.of(configuration, measuring.file().get());
    if (accuracy.isPresent() && file.isPresent()) {
      comparing.add(
          new MeasuredConfiguration(
              configuration,
              Split.TEST,
              loss(configuration),
              accuracy.get().loss(),
              file.get().fileBytes()));
    }
  }

  /** The front of the curves of those layers that have a bound, as soon as they are complete. */
  private void trace() {
    var assessment = assessing.assessment().get();
    if (assessment == null) {
      return;
    }
    var now = history.get();
    var configuration =
        new Configuration(assessing.shown(), now.settings()); // one coder for all layers
    var other = otherBytes.of(configuration, assessment);
    if (assessing.busy().get() || other.isEmpty()) {
      return;
    }
    var curves =
        assessment.curves().stream()
            .filter(curve -> configuration.settings().containsKey(curve.layer()))
            .filter(curve -> !curve.points().isEmpty())
            .toList();
    if (!curves.isEmpty()) {
      comparing.trace(
          configuration.coding(), new Assessment(assessment.baseline(), curves, other.getAsLong()));
    }
  }
}
