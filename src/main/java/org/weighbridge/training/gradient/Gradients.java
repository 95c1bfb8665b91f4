package org.weighbridge.training.gradient;

import java.util.List;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.job.Progress;

/**
 * Cross-entropy of a network and its gradients with respect to the parameters, batch by batch. Uses
 * several threads itself; one call at a time. The same calls give the same bits, whatever the
 * number of threads.
 *
 * <p>Values and gradients are handed over as arrays, one per parameter in the order of {@link
 * #parameters()}, row-major.
 */
public interface Gradients extends AutoCloseable {
  /** What can be moved, in graph order. */
  List<Parameter> parameters();

  /** The parameters' values as the network has them: fresh arrays. */
  float[][] start();

  /** Where dropout can be applied, in graph order. */
  List<DropoutPlace> dropouts();

  /**
   * Computes the mean gradient over some samples. Normalizations use the batch's own statistics
   * unless they are frozen; these then are the "gradients" of parameters of role {@link
   * Parameter.Role#STATISTIC}.
   *
   * @param order sample numbers
   * @param from the first one's place in {@code order}
   * @param count at least 1
   * @param dropout which of the units stay out
   * @param gradients receives the results
   * @return of the samples before any step
   */
  BatchLoss backward(
      LabelledSamples samples,
      int[] order,
      int from,
      int count,
      Dropout dropout,
      float[][] values,
      float[][] gradients);

  /**
   * What the network with these values makes of all samples, as it would be used: running
   * statistics, no dropout.
   */
  BatchLoss evaluate(LabelledSamples samples, float[][] values, Progress progress);

  @Override
  void close();
}
