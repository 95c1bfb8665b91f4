package org.weighbridge.experiment;

import java.util.Locale;
import java.util.Optional;
import org.weighbridge.assessment.KnownPoints;
import org.weighbridge.assessment.PointKey;
import org.weighbridge.assessment.store.Circumstances;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.inference.MarginNoise;
import org.weighbridge.inference.UnseenEvaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;

/**
 * The samples that error bounds are chosen by.
 *
 * <p>Public validation samples are often samples that the network was trained on. It is right on
 * nearly all of them with a wide margin, so that a change of weights costs it less there than on
 * samples it never saw: a budget kept on them is broken on the test split. Where the network is
 * clearly better on the validation samples than on the test samples, losses are those that {@link
 * MarginNoise} expects of unseen samples. Of the test split this uses one number, the accuracy
 * before any coding.
 *
 * @param evaluator measures the network on these samples; the owner closes it
 * @param plain accuracy on the validation samples as they are
 * @param noise what lies between them and unseen samples; empty where nothing does
 * @param circumstances what losses measured on them depend on
 */
public record ChoiceSamples(
    Evaluator evaluator, Accuracy plain, Optional<MarginNoise> noise, Circumstances circumstances)
    implements AutoCloseable {
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
    progress.begin("Measuring on the validation samples", 1);
    var evaluator = Evaluators.open(network, validation, preprocessing);
    try {
      var before = evaluator.baseline(progress.part(1));
      Accuracy plain = before.accuracy();
      boolean unlabelled = plain.kind() == Accuracy.Kind.AGREEMENT;
      if (unlabelled || plain.top1() <= test.high()) {
        return of(network, validation, preprocessing, evaluator, plain, Optional.empty());
      }
      var noise = MarginNoise.between(before.answers(), test.top1());
      var unseen = new UnseenEvaluator(evaluator, noise);
      return of(network, validation, preprocessing, unseen, plain, Optional.of(noise));
    } catch (RuntimeException e) {
      evaluator.close();
      throw e;
    }
  }

  /** Samples whose losses are counted, whatever they are to the network. */
  public static ChoiceSamples asTheyAre(
      Network network, Dataset samples, Preprocessing preprocessing, Progress progress) {
    var evaluator = Evaluators.open(network, samples, preprocessing);
    try {
      var plain = evaluator.baseline(progress).accuracy();
      return of(network, samples, preprocessing, evaluator, plain, Optional.empty());
    } catch (RuntimeException e) {
      evaluator.close();
      throw e;
    }
  }

  private static ChoiceSamples of(
      Network network,
      Dataset samples,
      Preprocessing preprocessing,
      Evaluator evaluator,
      Accuracy plain,
      Optional<MarginNoise> noise) {
    var circumstances = new Circumstances(network, samples, preprocessing, noise);
    return new ChoiceSamples(evaluator, plain, noise, circumstances);
  }

  /** What a store knows of the layers on these samples. */
  public KnownPoints known(PointStore store, Coding coding, Progress progress) {
    return store.open(
        circumstances, coding.layerCodec(), coding.effort(), coding.belowBound(), progress);
  }

  /** What points measured on these samples are learnt with. */
  public Optional<PointKey> key(Coding coding, Progress progress) {
    return PointStore.key(
        circumstances, coding.layerCodec(), coding.effort(), coding.belowBound(), progress);
  }

  /** What was done to the validation samples, for people: goes on after their name. */
  public String description() {
    return noise
        .map(
            between ->
                String.format(
                    Locale.ROOT,
                    "losses as expected of unseen samples (margins moved by ± %.2f logits): the"
                        + " network is right on %.2f %% of these",
                    between.scale(),
                    100 * plain.top1()))
        .orElse("as they are");
  }

  @Override
  public void close() {
    evaluator.close();
  }
}
