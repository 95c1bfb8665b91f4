package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.Progress;
import org.weighbridge.network.ModelBuilder;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.MappedModels;
import org.weighbridge.network.io.NetworkFiles;

/** ONNX Runtime computes with mapped weights where they are: the same scores, bit for bit. */
class MappedWeightsTest {
  private static final long SEED = 21;

  @TempDir Path folder;

  @Test
  void givesTheSameScores() throws IOException {
    var samples = RandomSamples.of(SEED, 300, 5, 1, 6, 4);
    int number = 0;
    for (Network network : List.of(TestModels.mlp(1, 24, 8, 5), TestModels.matMul(2, 24, 8, 5))) {
      Path model =
          TestModels.externalData(
              Files.createDirectory(folder.resolve("model" + number++)), network);
      Network read = NetworkFiles.read(model);
      Network mapped = MappedModels.read(model);
      assertTrue(!mapped.stored().isEmpty());
      try (var one = Evaluators.open(read, samples, Preprocessing.unitInterval());
          var other = Evaluators.open(mapped, samples, Preprocessing.unitInterval())) {
        same(one.baseline(Progress.none()), other.baseline(Progress.none()));
        EvaluatorTest.disturbed(read, 0.5, SEED)
            .forEach(
                (id, tensor) ->
                    same(
                        one.evaluate(Map.of(id, tensor), Progress.none()),
                        other.evaluate(Map.of(id, tensor), Progress.none())));
        same(one.baseline(Progress.none()), other.baseline(Progress.none()));
      }
    }
  }

  @Test
  void givesTheSameScoresWithConstantsThatAreNoLayers() throws IOException {
    var samples = RandomSamples.of(SEED, 300, 5, 1, 6, 4);
    Path model = TestModels.externalData(folder, NetworkFiles.of(embedding(), "embedding"));
    Network read = NetworkFiles.read(model);
    Network mapped = MappedModels.read(model);
    assertTrue(mapped.stored().containsKey("half"));
    try (var one = Evaluators.open(read, samples, Preprocessing.unitInterval());
        var other = Evaluators.open(mapped, samples, Preprocessing.unitInterval())) {
      var scores = one.baseline(Progress.none());
      assertTrue(Arrays.stream(scores.predictions()).distinct().count() > 1, "seed " + SEED);
      same(scores, other.baseline(Progress.none()));
      EvaluatorTest.disturbed(read, 0.5, SEED)
          .forEach(
              (id, tensor) ->
                  same(
                      one.evaluate(Map.of(id, tensor), Progress.none()),
                      other.evaluate(Map.of(id, tensor), Progress.none())));
    }
  }

  /** A layer whose outputs are compared with an embedding of 16-bit floats at an odd address. */
  private static ModelProto embedding() {
    var builder =
        new ModelBuilder(SEED)
            .input("input", -1, 24)
            .weight("fc.weight", 8, 24)
            .node("Gemm", List.of("input", "fc.weight"), "h", ModelBuilder.integer("transB", 1))
            .node(
                "Cast",
                List.of("half"),
                "float",
                ModelBuilder.integer("to", TensorProto.DataType.FLOAT_VALUE))
            .node("MatMul", List.of("h", "float"), "logits")
            .output("logits", -1, 5);
    builder
        .graph()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("odd")
                .setDataType(TensorProto.DataType.INT8_VALUE)
                .addDims(1)
                .setRawData(ByteString.copyFrom(new byte[1])));
    var halves = ByteBuffer.allocate(2 * 8 * 5).order(ByteOrder.LITTLE_ENDIAN);
    var random = new Random(SEED);
    while (halves.hasRemaining()) {
      halves.putShort(Float.floatToFloat16((float) random.nextGaussian()));
    }
    builder
        .graph()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("half")
                .setDataType(TensorProto.DataType.FLOAT16_VALUE)
                .addDims(8)
                .addDims(5)
                .setRawData(ByteString.copyFrom(halves.flip())));
    return builder.build();
  }

  private static void same(Evaluation one, Evaluation other) {
    assertArrayEquals(one.predictions(), other.predictions(), "seed " + SEED);
    assertEquals(one.accuracy(), other.accuracy(), "seed " + SEED);
  }
}
