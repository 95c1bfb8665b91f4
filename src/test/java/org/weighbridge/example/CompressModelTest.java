package org.weighbridge.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.experiment.Verifier;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.io.NetworkFiles;

class CompressModelTest {
  private static final Path SOURCE =
      Path.of("src/test/java/org/weighbridge/example/CompressModel.java");

  @Test
  void theExampleOfTheDocumentsRuns(@TempDir Path folder) {
    var tiny = TinyExample.in(folder);
    Path out = folder.resolve("out");
    CompressModel.main(new String[] {tiny.model() + "", tiny.data() + "", out + ""});
    var pruned = NetworkFiles.read(out.resolve("pruned.onnx"));
    for (Layer layer : pruned.layers()) {
      assertEquals(0.8, layer.weights().sparsity(), 0.01, layer.name());
    }
    assertTrue(Verifier.verify(out.resolve("model.wbz"), pruned, Progress.none()).ok());
    assertTrue(Files.exists(out.resolve("report")), "wrote a report");
  }

  @Test
  void theDocumentsPrintTheExampleAsItIs() throws IOException {
    String code = Files.readString(SOURCE);
    String body =
        code.substring(code.indexOf("    var folder"), code.indexOf("  private static String"));
    String printed = Files.readString(Path.of("docs/api.md"));
    for (String line : body.strip().lines().toList()) {
      assertTrue(
          line.isBlank() || line.strip().equals("}") || printed.contains(line.strip()),
          "docs/api.md prints " + line.strip());
    }
  }
}
