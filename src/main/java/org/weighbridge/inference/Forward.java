package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The forward pass over all samples.
 *
 * @param batching how the samples are divided
 * @param output the tensor of class scores
 * @param classes how many scores a sample has
 */
record Forward(Batching batching, String output, int classes) {
  /**
   * Predicts the class of every sample.
   *
   * @param weights the weights that are inputs of the session
   */
  int[] predict(Session session, Feed feed, Map<String, OnnxTensor> weights, Run run) {
    int[] predictions = new int[batching.samples()];
    int unreported = 0;
    for (int index = 0; index < batching.count(); index++) {
      int size = batching.size(index);
      try (Feed.Batch batch = feed.batch(index, run)) {
        Map<String, OnnxTensor> inputs = new HashMap<>(batch.tensors());
        inputs.putAll(weights);
        try (var result = session.run(inputs, List.of(output), run)) {
          var scores = (OnnxTensor) result.get(0);
          Scores.predict(scores, classes, size, predictions, batching.from(index));
        }
      }
      unreported += size;
      if (unreported >= batching.samples() / 100 || index == batching.count() - 1) {
        run.progress().worked(unreported);
        unreported = 0;
      }
    }
    return predictions;
  }
}
