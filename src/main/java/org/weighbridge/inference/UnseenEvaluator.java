package org.weighbridge.inference;

import java.util.Map;
import java.util.Optional;
import org.weighbridge.inference.sparse.BreakEven;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * Measures on learnt samples and says what unseen ones would lose: never less than what the learnt
 * ones lost themselves.
 *
 * @param learnt measures; closed with this
 * @param noise what makes the learnt samples as hard as unseen ones
 */
public record UnseenEvaluator(Evaluator learnt, MarginNoise noise) implements Evaluator {
  @Override
  public Evaluation baseline(Progress progress) {
    return learnt.baseline(progress);
  }

  @Override
  public Evaluation evaluate(Map<LayerId, Tensor> replaced, Progress progress) {
    var after = learnt.evaluate(replaced, progress);
    var before = learnt.baseline(Progress.none());
    var expected = noise.loss(before.answers(), after.answers());
    return expected.points() > after.loss().points() ? after.withLoss(expected) : after;
  }

  @Override
  public Optional<BreakEven> breakEven() {
    return learnt.breakEven();
  }

  @Override
  public int samples() {
    return learnt.samples();
  }

  @Override
  public void close() {
    learnt.close();
  }
}
