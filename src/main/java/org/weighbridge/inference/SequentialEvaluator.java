package org.weighbridge.inference;

import java.util.Map;
import java.util.Optional;
import org.weighbridge.inference.sparse.BreakEven;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * Ends every measurement as soon as it is sure on which side of a threshold the loss is.
 *
 * @param exact measures; closed with this
 * @param stop when a measurement may end
 */
public record SequentialEvaluator(Evaluator exact, SequentialTest stop) implements Evaluator {
  @Override
  public Evaluation baseline(Progress progress) {
    return exact.baseline(progress);
  }

  @Override
  public Evaluation evaluate(Map<LayerId, Tensor> replaced, Progress progress) {
    return exact.evaluate(replaced, stop, progress);
  }

  @Override
  public Optional<BreakEven> breakEven() {
    return exact.breakEven();
  }

  @Override
  public int samples() {
    return exact.samples();
  }

  @Override
  public void close() {
    exact.close();
  }
}
