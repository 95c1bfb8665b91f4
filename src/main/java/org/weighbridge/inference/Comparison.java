package org.weighbridge.inference;

import java.util.function.Function;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.job.Progress;

/**
 * Two networks on the same samples, whatever they have in common.
 *
 * @param reference the one that is compared with
 * @param model the other; its flips and loss are against the reference, and without labels what the
 *     reference predicts is right
 * @param agreement how often both predict the same class
 */
public record Comparison(Evaluation reference, Evaluation model, Accuracy agreement) {
  /**
   * Measures both, one after the other.
   *
   * @param reference opens the network that is compared with
   * @param model opens the other
   */
  public static Comparison measure(
      Dataset dataset,
      Function<Dataset, Evaluator> reference,
      Function<Dataset, Evaluator> model,
      Progress progress) {
    progress.begin("Comparing two models", 2);
    Evaluation before = baseline(reference, dataset, progress.part(1));
    Dataset labelled =
        dataset.labels().isPresent()
            ? dataset
            : new RelabelledDataset(dataset, before.predictions());
    Evaluation after = baseline(model, labelled, progress.part(1));
    int[] expected = before.predictions();
    var judged = Reference.of(dataset, expected).judge(after.answers(), after.nanos());
    var agreement = new Reference(expected, Accuracy.Kind.AGREEMENT, expected);
    return new Comparison(before, judged, agreement.judge(after.answers(), 0).accuracy());
  }

  private static Evaluation baseline(
      Function<Dataset, Evaluator> open, Dataset dataset, Progress progress) {
    try (var evaluator = open.apply(dataset)) {
      return evaluator.baseline(progress);
    }
  }
}
