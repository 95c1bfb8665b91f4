package org.weighbridge.training.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.digits.SplitMix;
import org.weighbridge.job.Progress;
import org.weighbridge.training.LearningRate;
import org.weighbridge.training.Move;
import org.weighbridge.training.Optimizer;
import org.weighbridge.training.Regularization;
import org.weighbridge.training.gradient.BatchLoss;
import org.weighbridge.training.gradient.Dropout;
import org.weighbridge.training.gradient.Gradients;

/**
 * Moves the centroids of weights that share values against the gradient of the loss, the members as
 * they are: the trained quantization of Deep Compression (Han et al., 2016, section 3.3). All other
 * parameters stay as they are.
 *
 * <p>Steps are Adam's, because sums over thousands of members and over three are of different
 * scales. Kept is the epoch that is best on held-out samples, the start included, so that tuning
 * never makes things worse there.
 */
public final class CentroidTuner {
  private static final Optimizer ADAM = Optimizer.Adam.usual();

  private final Gradients gradients;
  private final CentroidPlan plan;
  private final List<Layer> layers = new ArrayList<>();
  private final float[][] values;
  private final float[][] computed;
  private int steps;

  /** One layer under way: which parameter it is, where its centroids are and how they move. */
  private static final class Layer {
    private final SharedWeights shared;
    private final int parameter;
    private final float[] centroids;
    private final float[][] moments;

    Layer(SharedWeights shared, int parameter) {
      this.shared = shared;
      this.parameter = parameter;
      centroids = shared.centroids().clone();
      moments = new float[ADAM.moments()][centroids.length];
    }

    SharedWeights now() {
      return shared.with(centroids.clone());
    }
  }

  private CentroidTuner(Gradients gradients, List<SharedWeights> start, CentroidPlan plan) {
    this.gradients = gradients;
    this.plan = plan;
    values = gradients.start();
    computed = gradients.start();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < gradients.parameters().size(); i++) {
      places.put(gradients.parameters().get(i).name(), i);
    }
    for (SharedWeights shared : start) {
      Integer place = places.get(shared.layer().name());
      if (place == null) {
        throw new IllegalArgumentException(shared.layer() + " is no parameter of the network");
      }
      layers.add(new Layer(shared, place));
      shared.writeTo(values[place]);
    }
  }

  /**
   * Tunes the centroids of some layers of a network.
   *
   * @param start the layers and their centroids; other layers keep their weights
   * @param heldOut decides which epoch is best
   * @param listener hears what the held-out samples make of each epoch
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public static TunedCentroids tune(
      Gradients gradients,
      List<SharedWeights> start,
      CentroidPlan plan,
      LabelledSamples training,
      LabelledSamples heldOut,
      Progress progress,
      Consumer<BatchLoss> listener) {
    return new CentroidTuner(gradients, start, plan).run(training, heldOut, progress, listener);
  }

  private TunedCentroids run(
      LabelledSamples training,
      LabelledSamples heldOut,
      Progress progress,
      Consumer<BatchLoss> listener) {
    int batches = Math.ceilDiv(training.size(), plan.batch());
    progress.begin("Tuning centroids", (long) plan.epochs() * batches);
    BatchLoss before = gradients.evaluate(heldOut, values, Progress.none());
    var best = new TunedCentroids(now(), before, before);
    var random = new SplitMix(plan.seed());
    var rate = new LearningRate.Cosine(plan.learningRate());
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      progress.step("epoch %d of %d".formatted(epoch + 1, plan.epochs()));
      int[] order = random.permutation(training.size());
      for (int batch = 0; batch < batches; batch++) {
        step(
            training,
            order,
            batch * plan.batch(),
            rate.at(epoch + (double) batch / batches, plan.epochs()));
        progress.worked(1);
        progress.check();
      }
      BatchLoss after = gradients.evaluate(heldOut, values, Progress.none());
      listener.accept(after);
      if (after.betterThan(best.after())) {
        best = new TunedCentroids(now(), before, after);
      }
    }
    return best;
  }

  private void step(LabelledSamples training, int[] order, int from, double rate) {
    int count = Math.min(plan.batch(), order.length - from);
    gradients.backward(training, order, from, count, Dropout.none(gradients), values, computed);
    Move move = Move.of(ADAM, rate, ++steps, Regularization.NONE);
    for (Layer layer : layers) {
      float[] sums = layer.shared.gradient(computed[layer.parameter]);
      move.all(layer.centroids, sums, layer.moments);
      layer.now().writeTo(values[layer.parameter]);
    }
  }

  private List<SharedWeights> now() {
    return layers.stream().map(Layer::now).toList();
  }
}
