package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.SampleModel;
import org.weighbridge.network.io.NetworkFiles;

/** What comes with the program: its model, its data, its demonstration. */
class SampleModelTest {
  @TempDir private Path folder;

  @Test
  void theSampleIsWhatItsSidecarSays() {
    Path sample = SampleModel.file();
    var sidecar = ModelSidecar.besideModel(sample).orElseThrow();
    assertEquals(sidecar.sha256().orElseThrow(), NetworkFiles.read(sample).hash());
    var measured = type("evaluate", sample, "--json").json();
    assertEquals(sidecar.samples().orElseThrow(), measured.get("samples").getAsLong());
    assertEquals(sidecar.top1().orElseThrow(), measured.get("top1").getAsDouble());
  }

  @Test
  void theDemonstrationKeepsItsPromises() {
    var json = type("demo", "-o", folder, "--limit", 1000, "--max-loss", 1, "--json").json();
    assertTrue(json.get("ok").getAsBoolean());
    assertTrue(json.get("decodedAgrees").getAsBoolean());
    assertEquals(0, json.get("violations").getAsInt());
    assertTrue(json.get("ratio").getAsDouble() > 20, "ratio " + json.get("ratio"));
    assertTrue(
        json.getAsJsonObject("chosen").get("measuredLossPoints").getAsDouble() <= 1,
        json.get("chosen").toString());
    Path wbz = folder.resolve("lenet-300-100.wbz");
    type("verify", wbz, SampleModel.file()).done();
    Path decoded = folder.resolve("lenet-300-100-decoded.onnx");
    var again = type("evaluate", decoded, "--limit", 1000, "--json").json();
    AccuracyJson.assertSame(json.get("after"), again);
    assertTrue(Files.exists(folder.resolve("report/tables/layers.csv")));
    assertTrue(Files.exists(folder.resolve("report/figures/accuracy-vs-bound-2col.png")));
  }
}
