package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The forward pass over all samples.
 *
 * @param batching how the samples are divided
 * @param output the tensor of class scores
 * @param scores what they are like
 */
record Forward(Batching batching, String output, Scores scores) {
  /**
   * Asks about every sample.
   *
   * @param weights the weights that are inputs of the session
   * @param right the right classes; without them the predicted ones count as right
   */
  Answers ask(
      Session session, Feed feed, Map<String, OnnxTensor> weights, Optional<int[]> right, Run run) {
    var answers = Answers.ofSize(batching.samples());
    int unreported = 0;
    for (int index = 0; index < batching.count(); index++) {
      int size = batching.size(index);
      try (Feed.Batch batch = feed.batch(index, run)) {
        Map<String, OnnxTensor> inputs = new HashMap<>(batch.tensors());
        inputs.putAll(weights);
        try (var result = session.run(inputs, List.of(output), run)) {
          var batchScores = (OnnxTensor) result.get(0);
          scores.read(batchScores, size, right, answers, batching.from(index));
        }
      }
      unreported += size;
      if (unreported >= batching.samples() / 100 || index == batching.count() - 1) {
        run.progress().worked(unreported);
        unreported = 0;
      }
    }
    return answers;
  }
}
