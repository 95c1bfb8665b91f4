package org.weighbridge.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.digits.SplitMix;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;

/**
 * Trains LeNet-300-100 (LeCun et al., 1998: two hidden layers of 300 and 100) and prunes it by
 * magnitude, little by little (Zhu and Gupta, <a href="https://arxiv.org/abs/1710.01878">To prune,
 * or not to prune</a>, 2017), then retrains what is left with the mask fixed, as Deep Compression
 * and DeepSZ do.
 *
 * <p>The same plan and data give the same bits, whatever the number of threads.
 */
public final class LeNetTrainer {
  private static final int STEPS_BETWEEN_PRUNINGS = 50;
  private static final int[] HIDDEN = {300, 100};

  private final LeNetPlan plan;
  private final Dataset training;
  private final PerceptronSamples validation;
  private final Perceptron network;
  private final BatchTrainer trainer;
  private final SplitMix random;
  private final List<LeNetEpoch> epochs = new ArrayList<>();

  private LeNetTrainer(
      LeNetPlan plan, Dataset training, Dataset validation, Preprocessing preprocessing) {
    this.plan = plan;
    this.training = training;
    this.validation = new PerceptronSamples(validation, preprocessing);
    checkFit(training, validation);
    random = new SplitMix(plan.seed());
    int classes = Arrays.stream(PerceptronSamples.labels(training)).max().orElse(0) + 1;
    int[] sizes = {training.sampleShape().size(), HIDDEN[0], HIDDEN[1], classes};
    network = new Perceptron(sizes, random);
    trainer =
        new BatchTrainer(network, new PerceptronSamples(training, preprocessing), plan.batch());
  }

  /**
   * Trains and prunes; the command line's verb {@code train} adds the accuracy on the test split.
   *
   * @param validation what {@link LeNetEpoch#validation()} is measured on; nothing is chosen by it
   * @param listener hears of every epoch, on the calling thread
   * @throws Fault when a split has no labels or they do not fit each other
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public static TrainedNetworks train(
      LeNetPlan plan,
      Dataset training,
      Dataset validation,
      Preprocessing preprocessing,
      Progress progress,
      Consumer<LeNetEpoch> listener) {
    return new LeNetTrainer(plan, training, validation, preprocessing).run(progress, listener);
  }

  private TrainedNetworks run(Progress progress, Consumer<LeNetEpoch> listener) {
    progress.begin("Training LeNet-300-100", (long) plan.epochs() * steps());
    phase(Phase.DENSE, plan.denseEpochs(), progress, listener);
    Network dense = onnx("lenet-300-100-dense");
    phase(Phase.PRUNING, plan.pruningEpochs(), progress, listener);
    prune(1);
    DeadNeurons.remove(network.layers());
    phase(Phase.RETRAINING, plan.retrainingEpochs(), progress, listener);
    return new TrainedNetworks(dense, onnx("lenet-300-100"), epochs);
  }

  private void phase(Phase phase, int count, Progress progress, Consumer<LeNetEpoch> listener) {
    int steps = steps();
    for (int epoch = 0; epoch < count; epoch++) {
      progress.step(phase.title() + ", epoch " + (epoch + 1) + " of " + count);
      int[] order = shuffled(training.size());
      double loss = 0;
      for (int step = 0; step < steps; step++) {
        double done = (epoch * (double) steps + step) / (count * (double) steps);
        if (phase == Phase.PRUNING && step % STEPS_BETWEEN_PRUNINGS == 0) {
          prune(done);
        }
        int from = step * plan.batch();
        int samples = Math.min(plan.batch(), order.length - from);
        loss += trainer.step(order, from, samples, stepSize(phase, done));
        progress.worked(1);
      }
      var finished =
          new LeNetEpoch(
              epochs.size() + 1,
              phase,
              loss / order.length,
              network.density(),
              (double) validation.correct(network) / validation.size());
      epochs.add(finished);
      listener.accept(finished);
    }
  }

  private int steps() {
    return Math.ceilDiv(training.size(), plan.batch());
  }

  private StepSize stepSize(Phase phase, double done) {
    double cosine = (1 + StrictMath.cos(Math.PI * done)) / 2;
    double rate =
        switch (phase) {
          case DENSE -> plan.learningRate() * cosine;
          case PRUNING -> plan.pruningLearningRate();
          case RETRAINING -> plan.pruningLearningRate() * cosine;
        };
    return new StepSize((float) rate, (float) plan.momentum(), (float) plan.weightDecay());
  }

  /** The cubic schedule: fast at first, while there is plenty. */
  private void prune(double done) {
    double left = (1 - done) * (1 - done) * (1 - done);
    for (int l = 0; l < network.layers().size(); l++) {
      double density = plan.densities().get(l);
      network.layers().get(l).prune(density + (1 - density) * left);
    }
  }

  private int[] shuffled(int count) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    for (int i = count - 1; i > 0; i--) {
      int other = random.below(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }

  private Network onnx(String name) {
    return OnnxPerceptron.network(name, training.sampleShape(), network.layers());
  }

  private static void checkFit(Dataset one, Dataset other) {
    if (!one.sampleShape().equals(other.sampleShape())) {
      throw new Fault(
          "The samples of %s are %s, but those of %s are %s; give splits that belong together."
              .formatted(one.name(), one.sampleShape(), other.name(), other.sampleShape()));
    }
  }
}
