package org.weighbridge.inference;

import java.util.Optional;
import org.weighbridge.dataset.Dataset;

/**
 * What predictions are held against: the labels, or without them what the unchanged network
 * predicts.
 *
 * @param classes the right class of every sample
 * @param kind where they come from
 * @param before the predictions of the unchanged network
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Reference(int[] classes, Accuracy.Kind kind, int[] before) {
  static Reference of(Dataset dataset, int[] before) {
    Optional<int[]> labels = dataset.labels();
    return labels.isPresent()
        ? new Reference(labels.get(), Accuracy.Kind.LABELS, before)
        : new Reference(before, Accuracy.Kind.AGREEMENT, before);
  }

  /** Counts what is right and what flipped, of as many samples as there are answers. */
  Evaluation judge(Answers answers, long nanos) {
    int[] predictions = answers.predicted();
    int correct = 0;
    int broken = 0;
    int mended = 0;
    for (int i = 0; i < predictions.length; i++) {
      boolean right = right(predictions, i);
      boolean rightBefore = right(before, i);
      correct += right ? 1 : 0;
      broken += rightBefore && !right ? 1 : 0;
      mended += right && !rightBefore ? 1 : 0;
    }
    var accuracy = new Accuracy(predictions.length, correct, kind);
    return new Evaluation(accuracy, new Flips(broken, mended), answers, nanos);
  }

  /** The same in the order in which samples are drawn. */
  Reference drawn(Shuffle shuffle) {
    return new Reference(shuffle.draw(classes), kind, shuffle.draw(before));
  }

  /** Whether a sample is predicted correctly; -1 is always wrong. */
  boolean right(int[] predictions, int sample) {
    return predictions[sample] >= 0 && predictions[sample] == classes[sample];
  }
}
