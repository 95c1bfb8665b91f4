package org.weighbridge.training;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.dataset.digits.SplitMix;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.prune.Pruner;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;

/** One fully connected layer on a few digits: trains in milliseconds. */
final class TinyTraining {
  static final LabelledSamples TRAINING = samples(Split.TRAINING, 330);
  static final LabelledSamples VALIDATION = samples(Split.VALIDATION, 100);
  static final Network NETWORK = network();

  private TinyTraining() {}

  private static LabelledSamples samples(Split split, int count) {
    var data = DataSets.open("digits", split, OptionalInt.of(count));
    return new LabelledSamples(data, Preprocessing.unitInterval());
  }

  private static Network network() {
    var weight = tensor("fc.weight", 10, 784);
    var random = new SplitMix(5);
    for (int i = 0; i < 7840; i++) {
      weight.addFloatData((float) random.uniform(-0.05, 0.05));
    }
    var bias = tensor("fc.bias", 10);
    for (int i = 0; i < 10; i++) {
      bias.addFloatData(0);
    }
    var flatten = NodeProto.newBuilder().setOpType("Flatten").addInput("input").addOutput("flat");
    var gemm =
        NodeProto.newBuilder()
            .setOpType("Gemm")
            .addInput("flat")
            .addInput("fc.weight")
            .addInput("fc.bias")
            .addOutput("logits")
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("transB")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(1));
    var graph =
        GraphProto.newBuilder()
            .setName("tiny")
            .addInput(value("input", -1, 1, 28, 28))
            .addInitializer(weight)
            .addInitializer(bias)
            .addNode(flatten)
            .addNode(gemm)
            .addOutput(value("logits", -1, 10));
    return NetworkFiles.of(
        ModelProto.newBuilder()
            .setIrVersion(7)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
            .setGraph(graph)
            .build(),
        "tiny");
  }

  private static TensorProto.Builder tensor(String name, long... dims) {
    var tensor =
        TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
    for (long dim : dims) {
      tensor.addDims(dim);
    }
    return tensor;
  }

  private static ValueInfoProto value(String name, int... dims) {
    var shape = TensorShapeProto.newBuilder();
    for (int dim : dims) {
      var one = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(dim < 0 ? one.setDimParam("batch") : one.setDimValue(dim));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }

  /** 2 epochs of each stage, 11 steps an epoch. */
  static TrainingPlan plan() {
    return TrainingPlan.usual(3)
        .withBatch(30)
        .withDense(new StagePlan(2, new LearningRate.Cosine(0.1)))
        .withPruning(new StagePlan(2, new LearningRate.Constant(0.05)))
        .withRetraining(new StagePlan(2, new LearningRate.Cosine(0.05)));
  }

  /** Keeps a fraction of the weights. */
  static Optional<Pruner> keeping(double density) {
    return Optional.of(
        Pruning.of(
            NETWORK.layers().stream()
                .collect(
                    Collectors.toMap(layer -> layer.id(), d -> new PruningRule.Density(density)))));
  }

  static Trained train(TrainingPlan plan, Optional<Pruner> pruner, TrainingListener listener) {
    return train(plan, pruner, Optional.empty(), Progress.none(), listener);
  }

  static Trained train(
      TrainingPlan plan,
      Optional<Pruner> pruner,
      Optional<TrainingState> resume,
      Progress progress,
      TrainingListener listener) {
    try (var gradients = new SoftmaxRegression(NETWORK)) {
      return Trainer.train(
          NETWORK, gradients, plan, pruner, TRAINING, VALIDATION, resume, progress, listener);
    }
  }

  /** A network's tensors as it would be written. */
  static Map<String, Integer> nonZeros(Network network) {
    return network.layers().stream()
        .collect(Collectors.toMap(layer -> layer.name(), layer -> layer.weights().nonZeros()));
  }
}
