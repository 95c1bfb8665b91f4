package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A folder of results. */
class ReportVerbTest extends OnTinyExample {
  private static Object[] with(Object[] words, Object... more) {
    var all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }

  private static final Object[] SMALL = {"--formats", "svg", "--widths", "one"};

  @Test
  void reportWritesAPageFiguresAndTables() {
    Path report = tiny.file("report");
    Object[] words = {
      "report", tiny.model(), "-o", report, "--data", tiny.data(), "--max-loss", 3, "--json"
    };
    var json = type(with(words, SMALL)).json();
    assertTrue(json.getAsJsonArray("files").size() > 10, json.toString());
    for (var file : json.getAsJsonArray("files")) {
      assertTrue(Files.exists(Path.of(file.getAsString())), file.toString());
      assertFalse(file.getAsString().endsWith(".pdf"), file.toString());
    }
    assertTrue(Files.exists(report.resolve("tables/layers.csv")));
  }

  @Test
  void putsCodersBesideIt() throws IOException {
    Path report = tiny.file("beside");
    Object[] words = {"report", tiny.model(), "-o", report, "--data", tiny.data(), "--compare"};
    type(with(with(words, "zfp,fp16", "--max-loss", 3), SMALL)).done();
    String table = Files.readString(report.resolve("tables/comparison.csv"));
    assertTrue(table.contains("zfp") && table.contains("fp16"), table);
    type(with(words, "zfp")).wrongUsage("--max-loss");
  }

  @Test
  void theCommandGivesTheSameAgain() throws IOException {
    Path report = tiny.file("again");
    Object[] words = {"report", tiny.model(), "-o", report, "--bound", "0.1", "--original"};
    type(with(with(words, tiny.model()), SMALL)).done();
    String config = Files.readString(report.resolve("config.json"));
    String command = Files.readString(report.resolve("command.txt")).strip();
    assertFalse(command.contains(" /"), "seen from the working folder: " + command);

    Files.delete(report.resolve("config.json"));
    var parts = command.replace("'", "").split(" ", -1);
    assertEquals("weighbridge", parts[0]);
    type((Object[]) Arrays.copyOfRange(parts, 1, parts.length)).done();
    assertEquals(config, Files.readString(report.resolve("config.json")));
  }

  @Test
  void provenanceNamesFilesByContent() throws IOException {
    Path report = tiny.file("from");
    Object[] words = {
      "report", tiny.model(), "-o", report, "--data", tiny.data(), "--bound", "0.1"
    };
    type(with(words, SMALL)).done();
    String text = Files.readString(report.resolve("provenance.json"));
    var json = JsonParser.parseString(text).getAsJsonObject();
    assertEquals("tiny.onnx", json.getAsJsonObject("model").get("file").getAsString());
    assertEquals(64, json.getAsJsonObject("model").get("sha256").getAsString().length());
    var data = json.getAsJsonArray("data").get(0).getAsJsonObject();
    assertEquals(200, data.get("samples").getAsInt());
    assertEquals(64, data.get("sha256").getAsString().length());
    assertFalse(text.contains(tiny.folder().toString()), text);
    assertFalse(text.contains(System.getProperty("user.home")), text);
  }

  @Test
  void aResolutionThatIsNoneIsWrongUsage() {
    type("report", tiny.model(), "-o", tiny.file("dpi"), "--dpi", 72).wrongUsage("300 or 600");
  }
}
