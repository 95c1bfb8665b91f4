package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.List;

/**
 * A network and its gradients as one graph that takes a fixed number of samples.
 *
 * <p>Inputs are the samples under the network's own name, every parameter under its own, {@link
 * #SHARE}, {@link #TARGET}, and the masks. Outputs are the scores and the gradients.
 *
 * @param input the name of the input for samples
 * @param inputDims of the samples; the first is how many there are
 * @param classes scores per sample
 * @param parameters what is trained
 * @param gradients for each parameter the output that holds its gradient
 * @param scores the output that holds the class scores, samples × classes or alike
 * @param scoreDims of these
 * @param dropouts where units can be left out
 * @param masks for each of these the input that multiplies its units
 * @param maskDims the dimensions of each mask
 */
record TrainingGraph(
    ModelProto model,
    String input,
    List<Long> inputDims,
    int classes,
    List<Parameter> parameters,
    List<String> gradients,
    String scores,
    List<Long> scoreDims,
    List<DropoutPlace> dropouts,
    List<String> masks,
    List<List<Long>> maskDims) {
  /** Samples × 1: the weight of each sample in the loss; those that fill a shard up have 0. */
  static final String SHARE = GraphBuilder.PREFIX + "share";

  /** Samples × classes: the same weight at the sample's label, else 0. */
  static final String TARGET = GraphBuilder.PREFIX + "target";

  TrainingGraph {
    inputDims = List.copyOf(inputDims);
    scoreDims = List.copyOf(scoreDims);
    parameters = List.copyOf(parameters);
    gradients = List.copyOf(gradients);
    dropouts = List.copyOf(dropouts);
    masks = List.copyOf(masks);
    maskDims = List.copyOf(maskDims);
  }

  int samples() {
    return Math.toIntExact(inputDims.getFirst());
  }
}
