package org.weighbridge.training.gradient;

import ai.onnxruntime.OnnxTensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.job.Progress;
import org.weighbridge.job.StandingCrew;
import org.weighbridge.runtime.NativeTensor;
import org.weighbridge.runtime.OnnxRuntime;
import org.weighbridge.runtime.OnnxRuntime.Use;
import org.weighbridge.runtime.Run;
import org.weighbridge.runtime.Session;

/** Loss and accuracy of a network as it is used, batches side by side. */
final class Evaluation implements AutoCloseable {
  private final TrainingGraph graph;
  private final ParameterValues values;
  private final StandingCrew crew;
  private final Session session;
  private final BlockingQueue<Place> places = new LinkedBlockingQueue<>();

  Evaluation(ForwardGraph forward, TrainingGraph graph, ParameterValues values, StandingCrew crew) {
    this.graph = graph;
    this.values = values;
    this.crew = crew;
    session =
        OnnxRuntime.open(
            forward.network().name(),
            EvaluationGraph.of(forward, graph),
            Map.of(),
            Use.SIDE_BY_SIDE);
    for (int i = 0; i < crew.threads(); i++) {
      places.add(new Place());
    }
  }

  /** What one batch needs. */
  private final class Place implements AutoCloseable {
    private final Feeder feeder;
    private final NativeTensor scores;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();

    Place() {
      feeder = new Feeder(graph.classes(), longs(graph.inputDims()));
      scores = new NativeTensor(longs(graph.scoreDims()));
      inputs.putAll(values.all());
      inputs.put(graph.input(), feeder.tensor().tensor());
    }

    BatchLoss run(LabelledSamples samples, int from, Run run) {
      int count = Math.min(graph.samples(), samples.size() - from);
      feeder.read(samples, count, place -> from + place);
      session.run(inputs, Map.of(graph.scores(), scores.tensor()), run);
      return Losses.of(scores.values(), graph.classes(), feeder.labels(), count);
    }

    @Override
    public void close() {
      feeder.close();
      scores.close();
    }
  }

  /** Of all samples. */
  BatchLoss run(LabelledSamples samples, Progress progress) {
    int batches = Math.ceilDiv(samples.size(), graph.samples());
    BatchLoss[] losses = new BatchLoss[batches];
    progress.begin("Evaluating", samples.size());
    try (var run = new Run(progress, () -> false)) {
      crew.forEach(
          batches,
          batch -> {
            Place place = places.remove();
            try {
              losses[batch] = place.run(samples, batch * graph.samples(), run);
            } finally {
              places.add(place);
            }
            progress.worked(losses[batch].samples());
          });
    }
    return Arrays.stream(losses).reduce(BatchLoss.NONE, BatchLoss::plus);
  }

  private static long[] longs(List<Long> dims) {
    return dims.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public void close() {
    session.close();
    places.forEach(Place::close);
  }
}
