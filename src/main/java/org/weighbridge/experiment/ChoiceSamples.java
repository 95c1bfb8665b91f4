package org.weighbridge.experiment;

import java.util.Locale;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.NoisyDataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;

/**
 * The samples that error bounds are chosen by.
 *
 * <p>Public validation samples are often samples that the network was trained on. It is right on
 * nearly all of them with a wide margin, so that a change of weights costs it less there than on
 * samples it never saw: a budget kept on them is broken on the test split. Where the network is
 * clearly better on the validation samples than on the test samples, this adds noise to them until
 * it is no better. Of the test split it uses one number, the accuracy before any coding.
 *
 * @param evaluator measures the network on these samples; the owner closes it
 * @param plain accuracy on the validation samples as they are
 * @param noise standard deviation of the noise as a fraction of the value range, 0 for none
 */
public record ChoiceSamples(Evaluator evaluator, Accuracy plain, double noise)
    implements AutoCloseable {
  /** Samples that the noise is tuned on. */
  private static final int TUNING_SAMPLES = 2_000;

  /** Halvings of the interval that the noise lies in. */
  private static final int HALVINGS = 8;

  /**
   * Prepares the samples.
   *
   * @param test the network's accuracy on the test split
   */
  public static ChoiceSamples prepare(
      Network network,
      Dataset validation,
      Preprocessing preprocessing,
      Accuracy test,
      Progress progress) {
    progress.begin("Preparing the validation samples", 2 + HALVINGS);
    var evaluator = Evaluators.open(network, validation, preprocessing);
    Accuracy plain = evaluator.baseline(progress.part(1)).accuracy();
    boolean unlabelled = plain.kind() == Accuracy.Kind.AGREEMENT;
    if (unlabelled || plain.top1() <= test.high()) {
      return new ChoiceSamples(evaluator, plain, 0);
    }
    evaluator.close();
    var few = validation.limit(Math.min(validation.size(), TUNING_SAMPLES));
    double easy = 0;
    double hard = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (easy + hard) / 2;
      try (var trial = Evaluators.open(network, new NoisyDataset(few, middle), preprocessing)) {
        double accuracy = trial.baseline(progress.part(1)).accuracy().top1();
        if (accuracy > test.top1()) {
          easy = middle;
        } else {
          hard = middle;
        }
      }
    }
    var noisy = new NoisyDataset(validation, easy);
    return new ChoiceSamples(Evaluators.open(network, noisy, preprocessing), plain, easy);
  }

  /** What was done to the validation samples, for people: goes on after their name. */
  public String description() {
    return noise == 0
        ? "as they are"
        : String.format(
            Locale.ROOT,
            "with noise (σ = %.3f of the value range) that makes them as hard as the test samples: the"
                + " network is right on %.2f %% of the plain ones",
            noise,
            100 * plain.top1());
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
