package org.weighbridge.gui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.CommandLineFace;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.cli.WrittenWindows;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Grain;
import org.weighbridge.experiment.PruningMethod;
import org.weighbridge.experiment.Run;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.job.CancelToken;

/** Every command is typed, and has to make what the run recorded. */
class RunCommandTest {
  @TempDir Path folder;
  private Bench bench;
  private RunsViewModel model;

  @BeforeEach
  void open() throws IOException {
    // a name that a shell would take apart
    bench = Bench.open(TinyExample.in(Files.createDirectory(folder.resolve("it's a folder"))));
    model = new RunsViewModel(bench.workbench, bench.notices);
  }

  @Test
  void boundsAndCodingAreRepeated() throws IOException {
    bench
        .workbench
        .coders()
        .use(
            new Coding(
                "deepsz", Effort.FAST, BelowBound.KEEP, Optional.of(ErrorBound.absolute(1e-4))));
    bench.workbench.bounds().set(TestRuns.FC1, 0.0123456789);
    repeats(settled());
  }

  @Test
  void codersAreRepeatedWithTheirOptionsAndSettings() throws IOException {
    bench.workbench.coders().use("linear+channel+affine");
    var run = settled();
    assertTrue(model.command(run).orElseThrow().contains("=bits:"), model.command(run).toString());
    repeats(run);
    bench.workbench.coders().use(TestRuns.FC2, "codebook+density");
    repeats(settled());
  }

  @Test
  void aLockedLayerStaysLossless() throws IOException {
    bench.workbench.bounds().lock(TestRuns.FC1, true);
    var run = settled();
    assertFalse(run.configuration().settings().containsKey(TestRuns.FC1));
    repeats(run);
  }

  @Test
  void withoutAnyBoundTheConfigurationItselfIsInTheCommand() throws IOException {
    bench.workbench.bounds().lock(TestRuns.FC1, true);
    bench.workbench.bounds().lock(TestRuns.FC2, true);
    var run = settled();
    assertTrue(model.command(run).orElseThrow().contains("--config '{"));
    repeats(run);
  }

  @Test
  void prunedNetworksArePrunedFirst() throws IOException {
    bench.workbench.pruning().set(List.of(TestRuns.FC1), 0.3);
    repeats(settled());
    bench.workbench.pruning().setGrain(Grain.INPUTS);
    repeats(settled());
  }

  @Test
  @Tag("slow")
  void allWaysOfPruningHaveOptions() throws IOException {
    var layers = List.of(TestRuns.FC1, TestRuns.FC2);
    for (PruningMethod method : PruningMethod.values()) {
      double some =
          switch (method) {
            case DENSITY, GLOBAL -> 0.5;
            case THRESHOLD -> 0.05;
            case QUALITY -> 0.7;
            case PATTERN -> 2;
          };
      bench.workbench.pruning().setMethod(method);
      bench.workbench.pruning().set(layers, some);
      repeats(settled());
    }
  }

  private Run settled() {
    bench.drain();
    bench.rest();
    bench.drain();
    var run = bench.workbench.runs().current().get();
    assertTrue(run != null, "the choices are measured");
    return run;
  }

  private void repeats(Run run) throws IOException {
    String command = model.command(run).orElseThrow();
    JsonObject last = new JsonObject();
    for (List<String> words : commands(command)) {
      assertEquals("./weighbridge", words.removeFirst());
      int output = words.indexOf("-o") + 1;
      words.replaceAll(word -> word.endsWith("-pruned.onnx") ? folder.resolve(word) + "" : word);
      words.set(output, folder.resolve(words.get(output)) + "");
      words.add("--json");
      last = typed(words);
    }
    var file = Path.of(last.get("file").getAsString());
    long slack = run.pruning().isEmpty() ? 0 : 40; // another file's name is in it
    assertTrue(Math.abs(run.file().fileBytes() - Files.size(file)) <= slack, command);
    var accuracy = run.accuracy().orElseThrow();
    var said = last.toString();
    assertTrue(said.contains("\"correct\":" + accuracy.accuracy().correct()), said);
  }

  private static JsonObject typed(List<String> words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), false, new CancelToken());
    int code =
        CommandLineFace.run(
            words.toArray(String[]::new), terminal, new WrittenWindows(new StringWriter()));
    terminal.out().flush();
    terminal.err().flush();
    assertEquals(0, code, words + ": " + err);
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }

  /** As a shell takes a line apart: quotes, and commands one after the other. */
  private static List<List<String>> commands(String line) {
    var commands = new ArrayList<List<String>>();
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= line.length(); i++) {
      char c = i == line.length() ? ' ' : line.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (c == '\\' && !quoted) {
        word.append(line.charAt(++i));
      } else if (c != ' ' || quoted) {
        word.append(c);
      } else if (word.toString().equals("&&")) {
        commands.add(words);
        words = new ArrayList<>();
        word.setLength(0);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    commands.add(words);
    return commands;
  }
}
