package org.weighbridge.recipe.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.weighbridge.experiment.json.RecordFile;
import org.weighbridge.experiment.json.RecordJson;
import org.weighbridge.fuzz.Damage;
import org.weighbridge.fuzz.ReaderContract;
import org.weighbridge.job.Progress;

/** Damaged folders of results: seals of steps, and what is kept of a material. */
class StepFolderFuzzTest {
  @Nested
  class Seal extends ReaderContract {
    @Override
    protected List<byte[]> good() {
      var seal =
          new StepSeal(
              "key",
              "prune: {density: 0.1}",
              Instant.EPOCH,
              1.5,
              List.of(
                  new FileSeal("material.json", 3, "ab"),
                  new FileSeal("report/index.html", 1L << 40, "cd")));
      return List.of(RecordJson.pretty(seal).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Damage damage() {
      return Damage.text();
    }

    @Override
    protected void read(byte[] content) {
      try {
        Files.createDirectories(folder.resolve("step"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      file("step/step.json", content);
      var step = new StepFolder(folder.resolve("step"), sentence -> {});
      step.state(Progress.none());
      step.seal();
    }
  }

  @Nested
  class Material extends ReaderContract {
    @Override
    protected List<byte[]> good() {
      var network = new KeptNetwork(Optional.of("prune-1/network.onnx"), "lenet", "ab12");
      var kept =
          new KeptMaterial(
              network,
              new KeptNetwork(Optional.empty(), "lenet", "ab12"),
              List.of(),
              Map.of("training", 7L),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      return List.of(RecordJson.pretty(kept).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Damage damage() {
      return Damage.text();
    }

    @Override
    protected void read(byte[] content) {
      RecordFile.read(file("material.json", content), KeptMaterial.class).network();
    }
  }
}
