package org.weighbridge.training.gradient;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.runtime.NativeTensor;
import org.weighbridge.runtime.Run;
import org.weighbridge.runtime.Session;

/** Runs the shards that one thread is given: its samples, masks and results outside the heap. */
final class ShardRunner implements AutoCloseable {
  private final TrainingGraph graph;
  private final Session session;
  private final Feeder feeder;
  private final NativeTensor shares;
  private final NativeTensor targets;
  private final List<NativeTensor> masks = new ArrayList<>();
  private final double[] maskRatios;
  private final NativeTensor scores;
  private final List<NativeTensor> gradients = new ArrayList<>();
  private final Map<String, OnnxTensor> inputs = new HashMap<>();
  private final Map<String, OnnxTensor> outputs = new HashMap<>();

  ShardRunner(TrainingGraph graph, Session session, Map<String, OnnxTensor> parameters) {
    this.graph = graph;
    this.session = session;
    int samples = graph.samples();
    long[] dims = longs(graph.inputDims());
    feeder = new Feeder(graph.classes(), dims);
    shares = new NativeTensor(samples, 1);
    targets = new NativeTensor(samples, graph.classes());
    scores = new NativeTensor(longs(graph.scoreDims()));
    graph.maskDims().forEach(mask -> masks.add(new NativeTensor(longs(mask))));
    graph.parameters().forEach(parameter -> gradients.add(new NativeTensor(parameter.shape())));
    maskRatios = new double[masks.size()];
    inputs.putAll(parameters);
    inputs.put(graph.input(), feeder.tensor().tensor());
    inputs.put(TrainingGraph.SHARE, shares.tensor());
    inputs.put(TrainingGraph.TARGET, targets.tensor());
    for (int i = 0; i < masks.size(); i++) {
      inputs.put(graph.masks().get(i), masks.get(i).tensor());
      fill(masks.get(i).values(), 1);
    }
    outputs.put(graph.scores(), scores.tensor());
    for (int i = 0; i < gradients.size(); i++) {
      outputs.put(graph.gradients().get(i), gradients.get(i).tensor());
    }
  }

  /**
   * Runs one shard; its gradients are then in {@link #gradients()}.
   *
   * @param from place in {@code order} of its first sample
   * @param count its samples, at least 1
   * @param batch the samples of the whole batch, over which the loss is averaged
   * @param seed of the masks
   */
  BatchLoss run(
      LabelledSamples samples,
      int[] order,
      int from,
      int count,
      int batch,
      List<Double> ratios,
      long seed,
      Run run) {
    feeder.read(samples, count, place -> order[from + place]);
    float share = 1f / batch;
    FloatBuffer weights = shares.values();
    FloatBuffer target = targets.values();
    fill(target, 0);
    for (int i = 0; i < graph.samples(); i++) {
      weights.put(i, i < count ? share : 0);
      target.put(i * graph.classes() + feeder.labels()[i], i < count ? share : 0);
    }
    var random = new SplittableRandom(seed);
    for (int i = 0; i < masks.size(); i++) {
      draw(i, ratios.get(i), random.split());
    }
    session.run(inputs, outputs, run);
    return Losses.of(scores.values(), graph.classes(), feeder.labels(), count);
  }

  /** Zeros for what is left out; the rest is scaled so that sums stay the same on average. */
  private void draw(int mask, double ratio, SplittableRandom random) {
    FloatBuffer values = masks.get(mask).values();
    if (ratio > 0) {
      float kept = (float) (1 / (1 - ratio));
      for (int i = 0; i < values.limit(); i++) {
        values.put(i, random.nextDouble() < ratio ? 0 : kept);
      }
    } else if (maskRatios[mask] > 0) {
      fill(values, 1);
    }
    maskRatios[mask] = ratio;
  }

  /** The gradients of the last shard, by parameter. */
  List<NativeTensor> gradients() {
    return gradients;
  }

  private static void fill(FloatBuffer buffer, float value) {
    for (int i = 0; i < buffer.limit(); i++) {
      buffer.put(i, value);
    }
  }

  private static long[] longs(List<Long> dims) {
    return dims.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public void close() {
    feeder.close();
    shares.close();
    targets.close();
    scores.close();
    masks.forEach(NativeTensor::close);
    gradients.forEach(NativeTensor::close);
  }
}
