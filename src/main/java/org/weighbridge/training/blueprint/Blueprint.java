package org.weighbridge.training.blueprint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Shape;
import org.weighbridge.training.LearningRate;
import org.weighbridge.training.Regularization;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.TrainingPlan;

/**
 * A network to train from scratch. Inputs are called {falsecode input} (batch × sample), outputs
 * {falsecode logits}; the first weights depend on the seed only.
 */
@SuppressWarnings("ImmutableEnumChecker") // plans and List.of never change
public enum Blueprint {
  /** LeNet-300-100 (LeCun et al., 1998): hidden layers of 300 and 100, rectified linear units. */
  LENET_300_100("lenet-300-100", plan(15, 20, 25, 0.1, 3e-4), List.of(0.03, 0.08, 0.3)) {
    @Override
    String build(Graph graph, Shape sample, int classes) {
      String flat = graph.flatten("input");
      String first = graph.relu(graph.gemm("fc1", flat, sample.size(), 300, true));
      String second = graph.relu(graph.gemm("fc2", first, 300, 100, true));
      return graph.gemm("fc3", second, 100, classes, false);
    }
  },

  /**
   * Caffe's LeNet-5: 20 filters of 5 × 5, maximum of 2 × 2, 50 filters of 5 × 5, maximum of 2 × 2,
   * 500 rectified linear units; no other non-linearity. 431,080 parameters for 28 × 28 gray pixels
   * and 10 classes.
   */
  LENET_5("lenet-5", plan(12, 12, 15, 0.02, 5e-4), List.of(0.4, 0.05, 0.008, 0.08)) {
    @Override
    String build(Graph graph, Shape sample, int classes) {
      checkPictures(sample, 16);
      int height = pooled(pooled(sample.dim(1)));
      int width = pooled(pooled(sample.dim(2)));
      String first = graph.maxPool(graph.conv("conv1", "input", sample.dim(0), 20, 5, 1, 0, false));
      String second = graph.maxPool(graph.conv("conv2", first, 20, 50, 5, 1, 0, false));
      String flat = graph.flatten(second);
      String hidden = graph.relu(graph.gemm("ip1", flat, 50 * height * width, 500, true));
      return graph.gemm("ip2", hidden, 500, classes, false);
    }

    /** A side behind a convolution of 5 × 5 and a maximum of 2 × 2. */
    private int pooled(int side) {
      return (side - 4) / 2;
    }
  },

  /**
   * A small residual network with batch normalization (He et al., 2016), of the size of MLPerf
   * Tiny's: three blocks of 16, 32 and 64 channels.
   */
  RESNET_8("resnet-8", plan(8, 4, 8, 0.1, 3e-4), List.of(0.5)) {
    @Override
    String build(Graph graph, Shape sample, int classes) {
      checkPictures(sample, 8);
      String from = graph.conv("conv1", "input", sample.dim(0), 16, 3, 1, 1, true);
      from = graph.relu(graph.normalization("bn1", from, 16));
      int channels = 16;
      for (int block = 1; block <= 3; block++) {
        int wider = block == 1 ? channels : 2 * channels;
        from = block(graph, "block" + block, from, channels, wider);
        channels = wider;
      }
      String flat = graph.flatten(graph.globalAverage(from));
      return graph.gemm("fc", flat, channels, classes, false);
    }

    private String block(Graph graph, String name, String from, int channels, int wider) {
      int stride = wider == channels ? 1 : 2;
      String inner = graph.conv(name + ".conv1", from, channels, wider, 3, stride, 1, true);
      inner = graph.relu(graph.normalization(name + ".bn1", inner, wider));
      inner = graph.conv(name + ".conv2", inner, wider, wider, 3, 1, 1, true);
      inner = graph.normalization(name + ".bn2", inner, wider);
      String shortcut = from;
      if (stride != 1) {
        shortcut = graph.conv(name + ".shortcut", from, channels, wider, 1, stride, 0, true);
        shortcut = graph.normalization(name + ".bn3", shortcut, wider);
      }
      return graph.relu(graph.add(name + ".add", inner, shortcut));
    }
  };

  private final String title;
  private final TrainingPlan plan;
  private final List<Double> densities;

  Blueprint(String title, TrainingPlan plan, List<Double> densities) {
    this.title = title;
    this.plan = plan;
    this.densities = densities;
  }

  private static TrainingPlan plan(int dense, int pruning, int retraining, double rate, double l2) {
    return TrainingPlan.usual(1)
        .withRegularization(new Regularization(0, l2))
        .withDense(new StagePlan(dense, new LearningRate.Cosine(rate)))
        .withPruning(new StagePlan(pruning, new LearningRate.Constant(rate)))
        .withRetraining(new StagePlan(retraining, new LearningRate.Cosine(rate)));
  }

  /** How it is trained and pruned unless somebody says otherwise. */
  public TrainingPlan plan() {
    return plan;
  }

  /** The fractions of weights to keep, by layer in graph order, the last one for all others. */
  public List<Double> densities() {
    return densities;
  }

  /** The name that users type. */
  public String title() {
    return title;
  }

  /** The blueprint of a name, if there is one. */
  public static Optional<Blueprint> named(String title) {
    return Arrays.stream(values()).filter(b -> b.title.equals(title)).findFirst();
  }

  /** All names that {@link #named} knows. */
  public static List<String> titles() {
    return Arrays.stream(values()).map(Blueprint::title).toList();
  }

  /**
   * A fresh network.
   *
   * @param sample the shape of one sample: channels × height × width
   * @throws Fault when samples of this shape are too small or no pictures
   */
  public Network network(Shape sample, int classes, long seed) {
    var graph = new Graph(seed, sample);
    return graph.finish(build(graph, sample, classes), classes, title);
  }

  /** Adds the nodes and says which tensor has the scores. */
  abstract String build(Graph graph, Shape sample, int classes);

  void checkPictures(Shape sample, int least) {
    boolean pictures = sample.rank() == 3 && Math.min(sample.dim(1), sample.dim(2)) >= least;
    if (!pictures) {
      throw new Fault(
          "%s needs pictures of at least %d × %d pixels, and these samples are %s; take lenet-300-100."
              .formatted(title, least, least, sample));
    }
  }
}
