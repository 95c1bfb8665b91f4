package org.weighbridge.gui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.gui.bytes.BytesCard;
import org.weighbridge.gui.theme.Stages;

/** What the window shows is taken away: as files, as an image, as a report, as a recipe. */
class ExportJourneyTest {
  @TempDir static Path folder;
  static TinyExample example;

  @BeforeAll
  static void write() {
    example = TinyExample.in(folder);
  }

  @Test
  void aChartBecomesFilesForPapersAndAnImage() throws IOException {
    var target = Files.createDirectory(folder.resolve("figures"));
    try (var window = opened()) {
      choose(window, "Export…");
      window.answers.add(target);
      window.robot.clickOn("#folder-choose");
      assertEquals(target.toString(), window.text("#folder-path"));
      window.type("#export-name", "bytes"); // Enter is the default button's
      window.await("written", () -> window.notice().startsWith("Wrote 7 files"));
      assertEquals(
          List.of(
              "bytes-1col.pdf",
              "bytes-1col.png",
              "bytes-1col.svg",
              "bytes-2col.pdf",
              "bytes-2col.png",
              "bytes-2col.svg",
              "bytes.csv"),
          names(target));
      assertEquals("%PDF", start(target.resolve("bytes-1col.pdf"), 4));
      assertTrue(Files.readString(target.resolve("bytes-2col.svg")).contains("<svg"));
      assertEquals(csv(window), Files.readString(target.resolve("bytes.csv")));
      window.robot.clickOn("#notice-offer");
      assertEquals(List.of(target), window.shown);

      choose(window, "Copy as image");
      window.await("copied", () -> window.notice().startsWith("Copied an image"));
      var image = Stages.onFx(() -> Clipboard.getSystemClipboard().getImage());
      assertNotNull(image);
      assertEquals(1315, image.getWidth(), 1);

      choose(window, "Copy data as CSV");
      window.await("copied", () -> window.notice().contains("lines of data"));
      assertEquals(csv(window), Stages.onFx(() -> Clipboard.getSystemClipboard().getString()));

      window.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
      String recipe = Stages.onFx(() -> Clipboard.getSystemClipboard().getString());
      assertTrue(recipe.contains("steps:") && recipe.contains("encode"), recipe);
    }
  }

  @Test
  void theKeyboardReachesAllOfAnExportAndEscEndsIt() {
    try (var window = opened()) {
      Stages.run(() -> window.scene().lookup(".bytes-row").requestFocus());
      window.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
      assertNotNull(window.node("#export-question"));
      var reached = new TreeSet<String>();
      for (int i = 0; i < 12; i++) {
        reached.add(String.valueOf(Stages.onFx(() -> window.scene().getFocusOwner().getId())));
        window.robot.type(KeyCode.TAB);
      }
      assertTrue(
          reached.containsAll(
              List.of("export-name", "folder-choose", "picture-svg", "picture-dpi", "picture-two")),
          reached + "");
      assertFalse(reached.contains("open"), "what is behind is not reached");
      window.robot.type(KeyCode.ESCAPE);
      Stages.pulses(2);
      assertEquals(null, window.node("#export-question"));
    }
  }

  @Test
  void aReportIsWrittenAndOpened() {
    var target = folder.resolve("report");
    try (var window = opened()) {
      window.keys(KeyCode.CONTROL, KeyCode.P);
      window.answers.add(target);
      window.robot.clickOn("#folder-choose");
      window.robot.clickOn("#picture-png");
      window.robot.clickOn("#picture-pdf");
      window.robot.clickOn("#picture-two");
      window.robot.clickOn("#report-write");
      window.await("written", () -> window.notice().startsWith("Wrote a report"));
      assertTrue(Files.isRegularFile(target.resolve("index.html")));
      assertTrue(Files.isRegularFile(target.resolve("command.txt")));
      window.robot.clickOn("#notice-offer");
      assertEquals(List.of(target.resolve("index.html")), window.shown);
    }
  }

  private static TestWindow opened() {
    var window = new TestWindow();
    window.open(example.model(), example.data());
    window.awaitMeasured();
    window.await("a run", () -> window.workbench().runs().current().get() != null);
    return window;
  }

  /** Uses the menu of the card of bytes. */
  private static void choose(TestWindow window, String item) {
    Stages.run(
        () -> {
          var menu =
              card(window).lookupAll(".menu-button").stream()
                  .map(MenuButton.class::cast)
                  .findFirst()
                  .orElseThrow();
          menu.show();
          menu.getItems().stream()
              .filter(one -> item.equals(one.getText()))
              .findFirst()
              .orElseThrow()
              .fire();
          menu.hide();
        });
    Stages.pulses(2);
  }

  private static BytesCard card(TestWindow window) {
    Node at = window.scene().lookup(".bytes-chart");
    while (!(at instanceof BytesCard)) {
      at = at.getParent();
    }
    return (BytesCard) at;
  }

  private static String csv(TestWindow window) {
    return Stages.onFx(() -> card(window).figure()).orElseThrow().figure().data().csv();
  }

  private static List<String> names(Path target) throws IOException {
    try (var files = Files.list(target)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String start(Path file, int bytes) throws IOException {
    return new String(Files.readAllBytes(file), 0, bytes, StandardCharsets.US_ASCII);
  }
}
