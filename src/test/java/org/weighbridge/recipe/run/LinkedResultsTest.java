package org.weighbridge.recipe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

/** Folders of results that somebody hands on: nothing outside is written, deleted or named. */
class LinkedResultsTest {
  @TempDir private Path results;
  @TempDir private Path outside;
  private Path precious = Path.of("");

  @BeforeEach
  void somethingOutside() throws IOException {
    precious = Files.writeString(outside.resolve("precious.txt"), "mine");
  }

  @Test
  void aStepThatIsALinkIsDoneAnewBesideWhatItLedTo() throws IOException {
    Path step = results.resolve("prune-1");
    Files.createSymbolicLink(step, outside);
    var folder = new StepFolder(step, sentence -> {});
    assertEquals(StepState.DAMAGED, folder.state(Progress.none()));
    folder.prepare(StepState.DAMAGED);
    assertFalse(Files.isSymbolicLink(step));
    assertTrue(Files.exists(precious));
  }

  @Test
  void rowsThatAreALinkAreTakenAway() throws IOException {
    Path step = Files.createDirectory(results.resolve("compare-1"));
    Files.createSymbolicLink(step.resolve("rows"), outside);
    new StepFolder(step, sentence -> {}).prepare(StepState.BEGUN);
    assertFalse(Files.exists(step.resolve("rows")));
    assertTrue(Files.exists(precious));
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "jobs", "points", "runs.jsonl", ".lock"})
  void aFolderWhosePartsAreElsewhereIsRefused(String part) throws IOException {
    Files.createSymbolicLink(results.resolve(part), outside.resolve("new"));
    var folder = new RunFolder(results, sentence -> {});
    var fault = assertThrows(Fault.class, () -> folder.held(() -> ""));
    assertTrue(fault.sentence().contains("is a link to elsewhere"), fault.sentence());
    assertFalse(Files.exists(outside.resolve("new")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a//b",
        "./a",
        "C:x",
        "a\\b",
        "a\0b",
        "\ud800",
        ".."
      })
  void namesThatLeadElsewhereAreNone(String name) {
    assertThrows(IllegalArgumentException.class, () -> WithinFolder.check(name));
  }
}
