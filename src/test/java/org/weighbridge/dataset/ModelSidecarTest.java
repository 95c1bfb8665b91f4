package org.weighbridge.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.fault.Fault;

class ModelSidecarTest {
  @TempDir Path folder;

  private ModelSidecar read(String json) {
    DataFiles.write(folder, "m.json", json.getBytes(StandardCharsets.UTF_8));
    return ModelSidecar.besideModel(folder.resolve("m.onnx")).orElseThrow();
  }

  @Test
  void whatIsWrittenIsRead() {
    var sidecar =
        new ModelSidecar(
            new Preprocessing(
                0.1,
                List.of(1.0, 2.0, 3.0),
                List.of(0.5),
                Preprocessing.Layout.NHWC,
                Preprocessing.Channels.BGR),
            Optional.of("digits"),
            OptionalDouble.of(0.985),
            OptionalLong.of(10_000),
            OptionalLong.of(266_610),
            OptionalLong.of(-3),
            Optional.of("ab"),
            Optional.of("here & there"),
            Optional.of("MIT"));
    Path model = folder.resolve("lenet.v2.onnx");
    sidecar.writeBeside(model);
    assertTrue(folder.resolve("lenet.v2.json").toFile().exists());
    assertEquals(Optional.of(sidecar), ModelSidecar.besideModel(model));
  }

  @Test
  void everythingIsOptional() {
    assertEquals(ModelSidecar.unknown(), read("{\"input\": {}, \"other\": [1], \"top1\": null}"));
    assertTrue(ModelSidecar.besideModel(folder.resolve("none.onnx")).isEmpty());
    assertEquals(List.of(0.5), read("{\"input\": {\"mean\": 0.5}}").preprocessing().mean());
  }

  @Test
  void aFileOfAnotherKindIsNoSidecarAndStays() {
    DataFiles.write(folder, "m.json", "{\"samples\": 3}".getBytes(StandardCharsets.UTF_8));
    Path model = folder.resolve("m.onnx");
    assertTrue(ModelSidecar.besideModel(model).isEmpty());
    ModelSidecar.of(Preprocessing.unitInterval(), Optional.of("digits")).writeBeside(model);
    assertTrue(folder.resolve("m.onnx.json").toFile().exists());
    assertEquals(Optional.of("digits"), ModelSidecar.besideModel(model).orElseThrow().dataset());
    assertEquals(folder.resolve("m.wbz.json"), ModelSidecar.pathBeside(folder.resolve("m.wbz")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"input": {}, "top1": "high"}                    | top1
          {"input": {}, "top1": 98.4}                      | top1
          {"dataset": 7}                      | dataset
          {"input": {}, "samples": 1.5}                    | samples
          {"input": {}, "samples": 0}                      | samples
          {"input": {}, "params": 1e300}                   | params
          {"input": []}                       | input
          {"input": {"scale": "x"}}           | input.scale
          {"input": {"mean": []}}             | input.mean
          {"input": {"mean": [1, "x"]}}       | input.mean
          {"input": {"std": [1, 0]}}          | input.std
          {"input": {"std": [1e-60]}}         | input.std
          {"input": {"layout": "CHWN"}}       | input.layout
          {"input": {"channels": ["RGB"]}}    | input.channels
          """)
  void malformedValuesAreNamed(String json, String key) {
    String sentence = assertThrows(Fault.class, () -> read(json)).sentence();
    assertTrue(sentence.contains(" value of " + key + ":"), sentence);
    assertTrue(sentence.contains("m.json"), sentence);
  }

  @Test
  void otherContentIsNoSidecar() {
    for (String text : List.of("[1]", "{\"top1\": ", "{", "[".repeat(100_000), "\u0000", "")) {
      String sentence = assertThrows(Fault.class, () -> read(text)).sentence();
      assertTrue(sentence.contains("m.json"), sentence);
      assertEquals(1, sentence.lines().count(), sentence);
    }
  }
}
