package org.weighbridge.experiment;

import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;

/**
 * What the decoded network answers, in numbers: a drag measures hundreds of configurations, and
 * what is said of each sample would fill the memory.
 *
 * @param accuracy on the test split
 * @param flips against the network before coding, on the same samples
 * @param loss against the network before coding
 * @param topFive fraction of samples whose right class is among the five with the highest scores
 * @param meanLoss mean cross-entropy in nats
 */
public record MeasuredAccuracy(
    Accuracy accuracy, Flips flips, Loss loss, double topFive, double meanLoss) {
  public static MeasuredAccuracy of(Evaluation evaluation) {
    return new MeasuredAccuracy(
        evaluation.accuracy(),
        evaluation.flips(),
        evaluation.loss(),
        evaluation.answers().topFive(),
        evaluation.answers().meanLoss());
  }
}
