package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.inference.sparse.BreakEven;
import org.weighbridge.inference.sparse.BreakEvenTrial;
import org.weighbridge.runtime.NativeTensor;
import org.weighbridge.runtime.OnnxRuntime;
import org.weighbridge.runtime.Run;
import org.weighbridge.tensor.Shape;

/** The break-even of this machine, measured once in a process, when first needed. */
final class MachineBreakEven {
  /** The first fully connected layer of LeNet-5, on as many samples as are multiplied at once. */
  private static final int OUTPUTS = 500;

  private static final int INPUTS = 800;
  private static final int SAMPLES = 512;
  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;

  private static volatile @Nullable BreakEven known;

  private MachineBreakEven() {}

  /** Empty as long as nobody needed it. */
  static Optional<BreakEven> known() {
    return Optional.ofNullable(known);
  }

  /** Measures it, in about a tenth of a second, unless it is known. */
  static BreakEven measured(Run run) {
    BreakEven measured = known;
    if (measured == null) {
      synchronized (MachineBreakEven.class) {
        measured = known == null ? measure(run) : known;
        known = measured;
      }
    }
    return measured;
  }

  /** Against ONNX Runtime as it is used for fully connected layers: weights are an input. */
  private static BreakEven measure(Run run) {
    try (var rows = new NativeTensor(SAMPLES, INPUTS);
        var weights = new NativeTensor(OUTPUTS, INPUTS);
        var product = new NativeTensor(SAMPLES, OUTPUTS);
        var session =
            OnnxRuntime.open("a matrix product", gemm(), Map.of(), OnnxRuntime.Use.ALONE)) {
      var inputs = Map.of("x", rows.tensor(), "w", weights.tensor());
      return BreakEvenTrial.measure(
          OUTPUTS,
          INPUTS,
          SAMPLES,
          rows.values(),
          product.values(),
          () -> session.run(inputs, List.of("y"), run).close());
    }
  }

  private static ModelProto gemm() {
    var multiply =
        NodeProto.newBuilder()
            .setOpType("Gemm")
            .addInput("x")
            .addInput("w")
            .addOutput("y")
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("transB")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(1));
    var graph =
        GraphProto.newBuilder()
            .setName("product")
            .addInput(Declarations.weights("x", Shape.of(SAMPLES, INPUTS)))
            .addInput(Declarations.weights("w", Shape.of(OUTPUTS, INPUTS)))
            .addOutput(ValueInfoProto.newBuilder().setName("y"))
            .addNode(multiply);
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph)
        .build();
  }
}
