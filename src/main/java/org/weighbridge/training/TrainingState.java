package org.weighbridge.training;

import java.util.List;
import java.util.Map;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Mask;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * All that a training needs to go on as if it had never stopped. Random numbers need no state of
 * their own: they follow from the seed, the epoch and the step. Arrays are only read.
 *
 * @param network SHA-256 of the network that the training started from
 * @param samples how many training samples there are
 * @param stage the one at hand
 * @param epoch how many of its epochs are over
 * @param step how many steps of the next epoch are over
 * @param soFar loss and accuracy of these steps
 * @param updates how many steps the optimizer has made since it last started afresh
 * @param values of the parameters in graph order; where pruned weights may come back these are the
 *     ones that they would come back with
 * @param moments what the optimizer remembers, by kind and parameter
 * @param masks of the layers that are pruned
 * @param best by stage, of those that have brought some
 * @param epochs how it went so far
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record TrainingState(
    TrainingPlan plan,
    String network,
    int samples,
    Stage stage,
    int epoch,
    int step,
    BatchLoss soFar,
    long updates,
    float[][] values,
    List<float[][]> moments,
    Map<LayerId, Mask> masks,
    Map<Stage, Best> best,
    List<Epoch> epochs) {
  public TrainingState {
    moments = List.copyOf(moments);
    masks = Map.copyOf(masks);
    best = Map.copyOf(best);
    epochs = List.copyOf(epochs);
  }
}
