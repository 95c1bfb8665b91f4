package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A folder of results. */
class ReportVerbTest extends OnTinyExample {
  @Test
  void reportWritesPicturesAndTables() {
    Path report = tiny.file("report");
    var json =
        type("report", tiny.model(), "-o", report, "--data", tiny.data(), "--max-loss", 3, "--json")
            .json();
    assertTrue(json.getAsJsonArray("files").size() > 10, json.toString());
    for (var file : json.getAsJsonArray("files")) {
      assertTrue(Files.exists(Path.of(file.getAsString())), file.toString());
    }
    assertTrue(Files.exists(report.resolve("layers.csv")));
    type("report", tiny.model(), "-o", tiny.file("plain-report"), "--bound", "0.1").done();
  }
}
