package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.experiment.SampleModel;

/** Coders side by side, with the keys and columns that programs rely on. */
class CompareVerbTest {
  @TempDir private static Path folder;
  private static TinyExample tiny;

  @BeforeAll
  static void makeExample() {
    tiny = TinyExample.in(folder);
  }

  @Test
  void programsGetEveryRow() throws IOException {
    Path csv = folder.resolve("coders.csv");
    Path figure = folder.resolve("coders.png");
    var json =
        type(
                "compare",
                tiny.model(),
                "--data",
                tiny.data(),
                "--budget",
                3,
                "--coders",
                "sz,linear+channel,zstd",
                "--effort",
                "fast",
                "--mixed",
                "-o",
                csv,
                "--figure",
                figure,
                "--json")
            .json();
    assertEquals(3, json.get("budget").getAsDouble());
    var coders = json.getAsJsonArray("coders").asList().stream().map(JsonElement::getAsJsonObject);
    var rows = coders.toList();
    assertEquals(
        List.of("sz", "linear+channel", "zstd", "mixed"),
        rows.stream().map(row -> row.get("coder").getAsString()).toList());
    for (JsonObject row : rows) {
      assertEquals(
          List.of(
              "coder",
              "label",
              "verdict",
              "withinBudget",
              "ratio",
              "ratioFullyConnected",
              "bitsPerKept",
              "bytes",
              "before",
              "after",
              "lossPoints",
              "lossMargin",
              "chosenLossPoints",
              "flips",
              "maxError",
              "encodeMBps",
              "decodeMBps",
              "runs",
              "promise",
              "layers",
              "nanos"),
          List.copyOf(row.keySet()));
      double original = json.get("originalBytes").getAsDouble();
      assertEquals(original / row.get("bytes").getAsDouble(), row.get("ratio").getAsDouble());
      assertEquals(2, row.getAsJsonArray("layers").size());
    }
    assertTrue(json.getAsJsonArray("published").isEmpty());
    var lines = Files.readAllLines(csv);
    assertEquals(
        "kind,coder,verdict,ratio,ratioCounts,bytes,ratioFullyConnected,bitsPerKept,samples,before,"
            + "after,lossPoints,withinBudget,broken,mended,maxError,encodeMBps,decodeMBps,promise,"
            + "seconds,note",
        lines.getFirst());
    assertEquals(5, lines.size());
    assertTrue(lines.get(2).startsWith("measured,linear+channel,reached,"), lines.get(2));
    assertTrue(Files.size(figure) > 1000);
  }

  @Test
  void peopleGetATableThatSaysWhatItCounts() {
    String out =
        type(
                "compare",
                SampleModel.file(),
                "--limit",
                200,
                "--coders",
                "deepsz,codebook",
                "--no-cache")
            .done()
            .out();
    assertTrue(out.contains("\ndeepsz ") && out.contains("\ncodebook "), out);
    assertTrue(out.contains("whole file: 4 bytes × all parameters"), out);
    assertTrue(out.contains("PUBLISHED, not measured here"), out);
    assertTrue(out.contains("Deep Compression"), out);
    String without =
        type("compare", tiny.model(), "--data", tiny.data(), "--coders", "bf16", "--no-published")
            .done()
            .out();
    assertFalse(without.contains("PUBLISHED"), without);
  }

  @Test
  void whatCannotBeComparedIsRefusedAtOnce() {
    type("compare", tiny.model(), "--data", tiny.data(), "--coders", "sz,zip")
        .refused("There is no codec", "zip");
    type("compare", tiny.model(), "--data", tiny.data(), "--coders", "linear+sideways")
        .refused("sideways");
    type("compare", tiny.model(), "--data", tiny.data(), "--budget", "-1").wrongUsage("--budget");
    type("compare", tiny.model(), "--data", tiny.data(), "--codec", "zstd").wrongUsage("--coders");
  }
}
