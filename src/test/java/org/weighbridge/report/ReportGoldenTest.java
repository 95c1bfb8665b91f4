package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.experiment.Version;
import org.weighbridge.job.Progress;
import org.weighbridge.report.html.PageFigure;
import org.weighbridge.report.table.LatexTable;
import org.weighbridge.report.table.MarkdownTable;
import org.weighbridge.report.table.Table;

/**
 * Tables and the page as they were when somebody last looked at them. What this build writes is
 * left in {@code target/golden/report}: looked at and copied, it is the new standard.
 */
class ReportGoldenTest {
  private static List<Table> tables() {
    return ReportTables.of(SampleResult.input(), Progress.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "summary",
        "paper-layers",
        "paper-methods",
        "layers",
        "assessment",
        "trials",
        "comparison"
      })
  void tablesReadAsBefore(String name) {
    var table = tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    assertAll(
        () -> check(name + ".csv", table.data().csv()),
        () -> check(name + ".tex", LatexTable.of(table)),
        () -> check(name + ".md", MarkdownTable.of(table)));
  }

  @Test
  void thePageReadsAsBefore() throws IOException {
    var wanted =
        new ReportFigure("bytes", Section.LAYERS, "", "A caption.", true, true, Optional::empty);
    var picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"/>";
    var figure =
        new PageFigure(
            "bytes",
            "A caption.",
            List.of(picture, picture),
            List.of("bytes-1col.svg", "bytes.csv"));
    String page =
        ReportPage.of(
            SampleResult.input(),
            tables(),
            List.of(new ReportPage.Drawn(wanted, figure)),
            List.of("config.json"));
    // fonts and style are looked at in a browser
    page = page.replaceAll("(?s)<style>.*</style>", "<style/>");
    check("index.html", page.replace(Version.PRODUCT, "weighbridge"));
  }

  private static void check(String name, String text) throws IOException {
    Path fresh = Path.of("target", "golden", "report", name);
    Files.createDirectories(fresh.getParent());
    Files.writeString(fresh, text);
    try (var in = ReportGoldenTest.class.getResourceAsStream("/golden/report/" + name)) {
      assertNotNull(in, fresh.toString());
      assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), text, fresh.toString());
    }
  }
}
