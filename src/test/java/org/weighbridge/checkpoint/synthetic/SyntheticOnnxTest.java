package org.weighbridge.checkpoint.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighbridge.checkpoint.ElementType;
import org.weighbridge.checkpoint.io.CheckpointFiles;
import org.weighbridge.job.Progress;

class SyntheticOnnxTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"FLOAT32", "FLOAT16", "BFLOAT16"})
  void runs(ElementType type) throws IOException, OrtException {
    Path file = folder.resolve("net.onnx");
    var plan = Plan.perceptron(type, 1 << 16, 1, 5);
    SyntheticOnnx.write(plan, file, 2);
    assertEquals(
        plan.tensors().size(), CheckpointFiles.read(file, Progress.none()).tensors().size());
    var environment = OrtEnvironment.getEnvironment();
    var input = new float[2][plan.tensors().getFirst().dims().getFirst().intValue()];
    Arrays.stream(input).forEach(row -> Arrays.fill(row, 1));
    try (var session = environment.createSession(file.toString());
        var tensor = OnnxTensor.createTensor(environment, input);
        var result = session.run(Map.of("input", tensor))) {
      var scores = (float[][]) result.get(0).getValue();
      assertEquals(10, scores[1].length);
      assertTrue(scores[1][0] != scores[1][1] && Float.isFinite(scores[1][0]));
    }
  }
}
