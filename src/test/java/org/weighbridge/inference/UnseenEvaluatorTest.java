package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighbridge.inference.sparse.BreakEven;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

class UnseenEvaluatorTest {
  private static final int SAMPLES = 100;

  @Test
  void neverExpectsLessThanLearntSamplesLost() {
    float[] before = margins(4);
    float[] after = margins(4);
    after[0] = -0.01f; // one sample lost by a hair: expected is half a sample
    var evaluator = new UnseenEvaluator(new Learnt(before, after, 1), new MarginNoise(1));
    assertEquals(1, evaluator.evaluate(Map.of(), Progress.none()).loss().points(), 1e-9);
  }

  @Test
  void expectsMoreWhereMarginsShrink() {
    float[] before = margins(4);
    float[] after = margins(4);
    Arrays.fill(after, 0, 50, 1f);
    var noise = new MarginNoise(1);
    var evaluator = new UnseenEvaluator(new Learnt(before, after, 0), noise);
    var expected = noise.loss(answers(before), answers(after));
    assertEquals(expected, evaluator.evaluate(Map.of(), Progress.none()).loss());
  }

  private static float[] margins(float all) {
    float[] margins = new float[SAMPLES];
    Arrays.fill(margins, all);
    return margins;
  }

  private static Answers answers(float[] margins) {
    return new Answers(new int[SAMPLES], new boolean[SAMPLES], margins, new float[SAMPLES]);
  }

  @SuppressWarnings("ArrayRecordComponent") // read only
  private record Learnt(float[] before, float[] after, int broken) implements Evaluator {
    @Override
    public Evaluation baseline(Progress progress) {
      return evaluation(before, 0);
    }

    @Override
    public Evaluation evaluate(Map<LayerId, Tensor> replaced, Progress progress) {
      return evaluation(after, broken);
    }

    private static Evaluation evaluation(float[] margins, int broken) {
      var accuracy = new Accuracy(SAMPLES, SAMPLES - broken, Accuracy.Kind.LABELS);
      return new Evaluation(accuracy, new Flips(broken, 0), answers(margins), 0);
    }

    @Override
    public Optional<BreakEven> breakEven() {
      return Optional.empty();
    }

    @Override
    public int samples() {
      return SAMPLES;
    }

    @Override
    public void close() {}
  }
}
