package org.weighbridge.gui.workbench;

import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.job.Progress;

/**
 * Measures the current configuration in the background, in two stages: its accuracy at the speed of
 * the slider, and when the slider rests its file. The effort of coding decides bytes and never
 * values, so that the accuracy needs none of it.
 */
public final class Measuring {
  /** A drag whose measurements take longer than this is followed by predictions instead. */
  private static final long FOLLOWING_NANOS = 500_000_000L;

  private final Debounce quiet;
  private final ModelEncoder encoder;
  private final Pursuit<MeasuredAccuracy> accuracy;
  private final Pursuit<MeasuredFile> file;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable Configuration wanted;
  private @Nullable Runnable afterAccuracy;

  Measuring(
      JobRunner jobs,
      Precedence precedence,
      ModelEncoder encoder,
      Debounce quiet,
      LongSupplier clock) {
    this.encoder = encoder;
    this.quiet = quiet;
    accuracy = new Pursuit<>(jobs, Lane.MEASURE, "Measuring accuracy", precedence, clock);
    file = new Pursuit<>(jobs, Lane.ENCODE, "Encoding", precedence, clock);
    busy.bind(Bindings.or(accuracy.busy(), file.busy()));
    accuracy.busy().addListener((o, before, now) -> encodeWhenMeasured());
  }

  /** The newest accuracy; of an older configuration while a newer one is being measured. */
  public ReadOnlyObjectProperty<@Nullable Found<MeasuredAccuracy>> accuracy() {
    return accuracy.latest();
  }

  /** The newest file; of an older configuration until the changes pause. */
  public ReadOnlyObjectProperty<@Nullable Found<MeasuredFile>> file() {
    return file.latest();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether accuracy is measured quickly enough to be shown while a slider moves. */
  public boolean keepsUp() {
    var latest = accuracy.latest().get();
    return latest != null && latest.nanos() <= FOLLOWING_NANOS;
  }

  /** Forgets everything: the network or its data are others now. */
  void forget() {
    wanted = null;
    afterAccuracy = null;
    accuracy.forget();
    file.forget();
  }

  /** Forgets the layers that were coded, too: they are of a network that is gone. */
  void release() {
    forget();
    encoder.forget();
  }

  void cancel() {
    wanted = null;
    afterAccuracy = null;
    accuracy.cancel();
    file.cancel();
  }

  /** Measures the accuracy now, and the file when no further change follows. */
  void follow(Subject subject, @Nullable EvaluationSetup setup, Configuration configuration) {
    measureAccuracy(subject, setup, configuration);
    afterAccuracy = null;
    if (!file.recall(configuration)) {
      file.cancel();
      quiet.restart(() -> encode(subject, configuration));
    }
  }

  /** Measures accuracy and file now, what of it is not known yet. */
  void measure(Subject subject, @Nullable EvaluationSetup setup, Configuration configuration) {
    measureAccuracy(subject, setup, configuration);
    encode(subject, configuration);
  }

  private void measureAccuracy(
      Subject subject, @Nullable EvaluationSetup setup, Configuration configuration) {
    wanted = configuration;
    if (setup != null) {
      accuracy.want(configuration, progress -> accuracy(subject, setup, configuration, progress));
    }
  }

  private MeasuredAccuracy accuracy(
      Subject subject, EvaluationSetup setup, Configuration configuration, Progress progress) {
    progress.begin("Measuring accuracy", 2);
    var decoded = encoder.values(subject.network(), configuration, progress.part(1));
    return MeasuredAccuracy.of(setup.onTest().evaluate(decoded, progress.part(1)));
  }

  /** After the accuracy, for its measurement would distort the times of encoding and decoding. */
  private void encode(Subject subject, Configuration configuration) {
    if (configuration.equals(wanted)) {
      afterAccuracy =
          () ->
              file.want(
                  configuration,
                  progress ->
                      MeasuredFile.of(encoder.encode(subject.network(), configuration, progress)));
      encodeWhenMeasured();
    }
  }

  private void encodeWhenMeasured() {
    var encoding = afterAccuracy;
    if (encoding != null && !accuracy.busy().get()) {
      afterAccuracy = null;
      encoding.run();
    }
  }
}
