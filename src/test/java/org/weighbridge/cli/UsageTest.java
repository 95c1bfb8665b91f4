package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.job.CancelToken;

/** Help, the way to the window, wrong usage, cancelling. */
class UsageTest {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyVerbHasHelpWithAnExample() {
    return CommandLineFace.headlessVerbs(new WrittenWindows(new StringWriter())).stream()
        .map(
            verb ->
                DynamicTest.dynamicTest(
                    verb,
                    () -> {
                      String help = type(verb, "--help").done().out();
                      assertTrue(help.contains("Example"), help);
                      assertTrue(help.contains("  weighbridge " + verb), help);
                      assertTrue(help.contains("--json"), help);
                      assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
                    }));
  }

  @Test
  void theHelpNamesEveryVerb() {
    String help = type("--help").done().out();
    CommandLineFace.headlessVerbs(new WrittenWindows(new StringWriter()))
        .forEach(verb -> assertTrue(help.contains("  " + verb), help));
  }

  @Test
  void theVersionIsSaid() {
    assertTrue(type("--version").done().out().startsWith("Weighbridge "));
  }

  @Test
  void withoutArgumentsTheWindowOpens() {
    assertEquals("window Optional.empty Optional.empty", type().done().out());
    assertEquals(
        "window Optional[m.onnx] Optional[d]", type("open", "m.onnx", "--data", "d").done().out());
  }

  @Test
  void aDocumentAloneOpensInTheWindow() {
    for (String document : new String[] {"m.onnx", "M.WBZ", "a b.wbsession", "runs.jsonl"}) {
      assertEquals("window Optional[" + document + "] Optional.empty", type(document).done().out());
    }
    type("m.txt").wrongUsage("There is no verb m.txt");
    type("m.onnx", "--frobnicate").wrongUsage("There is no verb m.onnx");
  }

  @Test
  void wrongUsageIsSaidInALineAndExits2() {
    type("frobnicate").wrongUsage("There is no verb frobnicate");
    type("inspect").wrongUsage("MODEL");
    type("encode", "m.onnx").wrongUsage("--output");
    type("inspect", "m.onnx", "--frobnicate").wrongUsage("--frobnicate");
    type("encode", "m.onnx", "-o", "x.wbz", "--bound", "wide").wrongUsage("wide");
    type("encode", "m.onnx", "-o", "x.wbz", "--bound", "1", "--max-loss", "1")
        .wrongUsage("mutually exclusive");
    type("encode", "m.onnx", "-o", "x.wbz", "--effort", "huge").wrongUsage("huge");
    type("assess", "m.onnx", "--data", "d", "--grid", "1:2").wrongUsage("1:2");
    type("evaluate", "m.onnx", "--data", "d", "--limit", "many").wrongUsage("many");
  }

  @Test
  void whatOnlyTheModelShowsToBeWrongUsageExits2Too() {
    var tiny = TinyExample.in(folder);
    Path out = folder.resolve("out.wbz");
    type("encode", tiny.model(), "-o", out, "--bound", "0").wrongUsage("positive");
    type("encode", tiny.model(), "-o", out, "--max-loss", "1").wrongUsage("--data");
    type("evaluate", tiny.model()).wrongUsage("--data");
    type("prune", tiny.model(), "-o", out).wrongUsage("--density");
    type("prune", tiny.model(), "-o", out, "--density", "2").wrongUsage("density 2.0");
    type("prune", tiny.model(), "-o", out, "--density", "0.5", "--quality", "1")
        .wrongUsage("two rules");
    type("prune", tiny.model(), "-o", out, "--density", "0.5", "--global", "0.5")
        .wrongUsage("--global");
    type("prune", tiny.model(), "-o", out, "--structure", "2:4", "--density", "0.5")
        .wrongUsage("2:4 says how much stays");
    type("prune", tiny.model(), "-o", out, "--structure", "2:400").refused("400 inputs");
    type("prune", tiny.model(), "-o", out, "--structure", "4:2").wrongUsage("4:2 does not say");
    type("prune", tiny.model(), "-o", out, "--structure", "rows", "--density", "0.5")
        .wrongUsage("'rows' is no structure");
    type("prune", tiny.model(), "-o", out, "--structure", "neurons", "--density", "fc2.weight=0.5")
        .refused("fc2.weight", "classes");
    type("encode", tiny.model(), "-o", out, "--bounds", "fc9=0.1").refused("fc9", "fc1.weight");
    type("encode", tiny.model(), "-o", out, "--codec", "zip").refused("zip", "sz");
    assertTrue(java.nio.file.Files.notExists(out));
  }

  @Test
  void cancellingLeavesNothing() {
    var tiny = TinyExample.in(folder);
    var cancel = new CancelToken();
    cancel.cancel();
    Path out = folder.resolve("out.wbz");
    var typed =
        type(cancel, "encode", tiny.model(), "-o", out, "--data", tiny.data(), "--max-loss", "1");
    typed.refused("Cancelled");
    assertTrue(java.nio.file.Files.notExists(out));
  }
}
