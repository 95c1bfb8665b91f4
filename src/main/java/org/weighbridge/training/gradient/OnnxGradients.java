package org.weighbridge.training.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.job.Progress;
import org.weighbridge.job.StandingCrew;
import org.weighbridge.runtime.OnnxRuntime;
import org.weighbridge.runtime.OnnxRuntime.Use;
import org.weighbridge.runtime.Run;
import org.weighbridge.runtime.Session;

/**
 * Gradients by ONNX Runtime. A batch is divided into shards of a fixed size; each thread runs whole
 * shards, and their gradients are added in order, so that the result does not depend on the number
 * of threads.
 */
final class OnnxGradients implements Gradients {
  private final TrainingGraph graph;
  private final float[][] start;
  private final StandingCrew crew;
  private final Session session;
  private final ParameterValues values;
  private final List<ShardRunner> runners = new ArrayList<>();
  private final GradientSum sum;
  private final Evaluation evaluation;
  private final Run steps = new Run(Progress.none(), () -> false);

  OnnxGradients(ForwardGraph forward, TrainingGraph graph, int threads) {
    this.graph = graph;
    start =
        graph.parameters().stream()
            .map(parameter -> Constants.floats(forward.constant(parameter.name())))
            .toArray(float[][]::new);
    session = OnnxRuntime.open(forward.network().name(), graph.model(), Map.of(), Use.SIDE_BY_SIDE);
    values = new ParameterValues(graph.parameters());
    crew = new StandingCrew(threads);
    for (int i = 0; i < threads; i++) {
      runners.add(new ShardRunner(graph, session, values.trained()));
    }
    sum = new GradientSum(graph.parameters());
    evaluation = new Evaluation(forward, graph, values, crew);
  }

  @Override
  public List<Parameter> parameters() {
    return graph.parameters();
  }

  @Override
  public float[][] start() {
    return Arrays.stream(start).map(float[]::clone).toArray(float[][]::new);
  }

  @Override
  public List<DropoutPlace> dropouts() {
    return graph.dropouts();
  }

  @Override
  public BatchLoss backward(
      LabelledSamples samples,
      int[] order,
      int from,
      int count,
      Dropout dropout,
      float[][] values,
      float[][] gradients) {
    this.values.write(values);
    int shards = Math.ceilDiv(count, graph.samples());
    BatchLoss[] losses = new BatchLoss[shards];
    for (int first = 0; first < shards; first += runners.size()) {
      int begin = first;
      int some = Math.min(runners.size(), shards - first);
      crew.forEach(
          some,
          i -> {
            int shard = begin + i;
            int offset = shard * graph.samples();
            losses[shard] =
                runners
                    .get(i)
                    .run(
                        samples,
                        order,
                        from + offset,
                        Math.min(graph.samples(), count - offset),
                        count,
                        dropout.ratios(),
                        dropout.seed() + SHARD_SEEDS * shard,
                        steps);
          });
      var ready = runners.subList(0, some).stream().map(ShardRunner::gradients).toList();
      sum.add(ready, first == 0, gradients, crew);
    }
    return Arrays.stream(losses).reduce(BatchLoss.NONE, BatchLoss::plus);
  }

  /**
   * An odd number with ones and zeros mixed, so that shards and steps draw from different seeds.
   */
  private static final long SHARD_SEEDS = 0x9E3779B97F4A7C15L;

  @Override
  public BatchLoss evaluate(LabelledSamples samples, float[][] values, Progress progress) {
    this.values.write(values);
    return evaluation.run(samples, progress);
  }

  @Override
  public void close() {
    crew.close();
    steps.close();
    session.close();
    evaluation.close();
    runners.forEach(ShardRunner::close);
    values.close();
  }
}
