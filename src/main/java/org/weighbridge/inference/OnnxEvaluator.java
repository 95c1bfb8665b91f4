package org.weighbridge.inference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.inference.sparse.BreakEven;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.runtime.Run;
import org.weighbridge.tensor.Tensor;

/** Judges what the engine predicts, one measurement at a time. */
final class OnnxEvaluator implements Evaluator {
  private static final String TASK = "Measuring accuracy";

  private final String name;
  private final Map<LayerId, Tensor> tensors;
  private final Dataset dataset;
  private final Shuffle shuffle;
  private final Engine engine;
  private final Turns turns;
  private @Nullable Baseline known;

  /**
   * Nothing measured yet.
   *
   * @param shuffle the order in which {@code engine} has the samples of {@code dataset}
   */
  OnnxEvaluator(Network network, Dataset dataset, Shuffle shuffle, Engine engine) {
    this.name = network.name();
    this.tensors = network.tensors();
    this.dataset = dataset;
    this.shuffle = shuffle;
    this.engine = engine;
    this.turns = new Turns(name);
  }

  /**
   * The unchanged network, measured by the first call that needs it.
   *
   * @param drawn the reference in the order of drawing
   */
  private record Baseline(Reference reference, Reference drawn, Evaluation evaluation) {}

  @Override
  public Evaluation baseline(Progress progress) {
    return turns.take(
        progress,
        run -> {
          progress.begin(TASK, samples());
          return baseline(run).evaluation();
        });
  }

  @Override
  public Evaluation evaluate(Map<LayerId, Tensor> replaced, Progress progress) {
    return measure(replaced, progress, all(engine::ask));
  }

  @Override
  public Evaluation evaluateWhole(Map<LayerId, Tensor> replaced, Progress progress) {
    return measure(replaced, progress, all(engine::askWhole));
  }

  @Override
  public Evaluation evaluate(
      Map<LayerId, Tensor> replaced, SequentialTest stop, Progress progress) {
    return measure(
        replaced,
        progress,
        (changed, before, run) -> {
          var observer = new SequentialObserver(before.drawn(), stop.begin(samples()));
          long start = System.nanoTime();
          var answers = engine.ask(changed, Optional.of(before.drawn().classes()), observer, run);
          long nanos = System.nanoTime() - start;
          return observer.asked() == samples()
              ? before.reference().judge(shuffle.restore(answers), nanos)
              : before.drawn().judge(answers.first(observer.asked()), nanos);
        });
  }

  /** A way to ask about every sample. */
  private interface Ask {
    Answers ask(Map<LayerId, Tensor> replaced, Optional<int[]> right, Run run);
  }

  /** A way to measure tensors that are not those of the network. */
  private interface Way {
    Evaluation measure(Map<LayerId, Tensor> changed, Baseline before, Run run);
  }

  private Way all(Ask way) {
    return (changed, before, run) -> {
      long start = System.nanoTime();
      var answers = way.ask(changed, Optional.of(before.drawn().classes()), run);
      long nanos = System.nanoTime() - start;
      return before.reference().judge(shuffle.restore(answers), nanos);
    };
  }

  private Evaluation measure(Map<LayerId, Tensor> replaced, Progress progress, Way way) {
    Map<LayerId, Tensor> changed = changes(replaced);
    return turns.take(
        progress,
        run -> {
          int passes = known == null ? 2 : 1;
          progress.begin(TASK, (long) passes * samples());
          Baseline before = baseline(run);
          if (changed.isEmpty()) {
            return before.evaluation();
          }
          return way.measure(changed, before, run);
        });
  }

  private Baseline baseline(Run run) {
    Baseline baseline = known;
    if (baseline == null) {
      long start = System.nanoTime();
      var answers = shuffle.restore(engine.ask(Map.of(), dataset.labels().map(shuffle::draw), run));
      var reference = Reference.of(dataset, answers.predicted());
      long nanos = System.nanoTime() - start;
      baseline = new Baseline(reference, reference.drawn(shuffle), reference.judge(answers, nanos));
      known = baseline;
    }
    return baseline;
  }

  /** The replacements that are not the very tensors of the network. */
  private Map<LayerId, Tensor> changes(Map<LayerId, Tensor> replaced) {
    Map<LayerId, Tensor> changed = new HashMap<>();
    replaced.forEach(
        (id, tensor) -> {
          Tensor original = tensors.get(id);
          if (original == null || !original.shape().equals(tensor.shape())) {
            throw new IllegalArgumentException(
                "%s has no tensor %s of shape %s".formatted(name, id, tensor.shape()));
          }
          if (!original.equals(tensor)) {
            changed.put(id, tensor);
          }
        });
    return changed;
  }

  @Override
  public Optional<BreakEven> breakEven() {
    return MachineBreakEven.known();
  }

  @Override
  public int samples() {
    return dataset.size();
  }

  @Override
  public void close() {
    turns.close(engine::close);
  }
}
