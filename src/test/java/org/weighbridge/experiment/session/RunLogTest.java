package org.weighbridge.experiment.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.experiment.Run;
import org.weighbridge.fault.Fault;

class RunLogTest {
  @TempDir Path folder;

  private static final Run RUN = ExampleSession.make().state().runs().getFirst();

  static LoggedRun logged(String note) {
    Run run = RUN.withNote(note);
    return new LoggedRun("/models/lenet.onnx", "ab12", "lenet ε", Optional.of("digits"), run);
  }

  @Test
  void holdsRunsInTheOrderTheyCame() throws IOException {
    Path file = folder.resolve("new/runs.jsonl");
    var runs = IntStream.range(0, 3).mapToObj(i -> logged("run " + i)).toList();
    runs.forEach(run -> RunLog.append(file, run));
    assertEquals(runs, RunLog.read(file));
    var lines = Files.readAllLines(file);
    assertEquals(3, lines.size());
    lines.forEach(line -> assertTrue(line.startsWith("{\"version\":1,\"model\":"), line));
    assertTrue(RunLog.begins(Files.readAllBytes(file)));
    assertFalse(RunLog.begins("{\"name\": 1}".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aRunOfANetworkInNoFileIsRefused() {
    Run other = ExampleSession.make().state().runs().getLast();
    assertEquals(1, other.base());
    assertThrows(
        IllegalArgumentException.class,
        () -> new LoggedRun("m.onnx", "ab12", "m", Optional.empty(), other));
  }

  @Test
  void whatAKillCutsOffIsPassedOverAndRepaired() throws IOException {
    Path file = folder.resolve("runs.jsonl");
    var first = logged("first");
    var second = logged("second");
    var third = logged("third");
    RunLog.append(file, first);
    int whole = (int) Files.size(file);
    RunLog.append(file, second);
    byte[] both = Files.readAllBytes(file);
    RunLog.append(file, third);
    byte[] all = Files.readAllBytes(file);
    int end = both.length;
    for (int length :
        new int[] {
          0, 1, whole / 2, whole - 2, whole - 1, whole, whole + 1, end - 300, end - 2, end - 1, end
        }) {
      Files.write(file, Arrays.copyOf(both, length));
      int kept = length < whole - 1 ? 0 : length < both.length - 1 ? 1 : 2;
      var left = List.of(first, second).subList(0, kept);
      assertEquals(left, RunLog.read(file), "cut at " + length);
      RunLog.append(file, third);
      assertEquals(kept + 1, RunLog.read(file).size(), "cut at " + length);
      assertEquals(third, RunLog.read(file).getLast(), "cut at " + length);
      if (kept == 2) {
        assertArrayEquals(all, Files.readAllBytes(file), "cut at " + length);
      }
    }
  }

  @Test
  void aDamagedLineIsNamedByItsNumber() throws IOException {
    Path file = folder.resolve("runs.jsonl");
    RunLog.append(file, logged("first"));
    String line = Files.readString(file);
    assertNames(file, line + "{\"version\":1, oh\n" + line, "Line 2 of " + file);
    assertNames(file, line + line.replace("\"sha256\"", "\"sha\""), "Line 2 of");
    assertNames(file, line + line.replace("\"sha256\"", "\"sha\""), "$ lacks sha256");
    assertNames(file, line.replace("\"threshold\"", "\"luck\""), "luck");
    assertNames(file, line.replace("\"base\":0", "\"base\":2"), "in no file");
    assertNames(file, "\n" + line, "Line 1 of");
    assertNames(
        file,
        line + line.replace("\"version\":1", "\"version\":2"),
        "newer version of the program");
    assertNames(folder.resolve("none.jsonl"), null, "there is no such file");
  }

  private static void assertNames(Path file, String text, String named) throws IOException {
    if (text != null) {
      Files.writeString(file, text);
    }
    var fault = assertThrows(Fault.class, () -> RunLog.read(file));
    assertTrue(fault.sentence().contains(named), fault.sentence());
    assertTrue(fault.sentence().contains(file.toString()), fault.sentence());
  }

  @Test
  void anotherFileIsLeftAlone() throws IOException {
    for (String text : List.of("my notes\nof the day", "x", "{\"versions\": []}\n", "\n\n")) {
      Path file = folder.resolve("notes.jsonl");
      Files.writeString(file, text);
      var fault = assertThrows(Fault.class, () -> RunLog.append(file, logged("one")), text);
      assertTrue(fault.sentence().contains("no log of runs"), fault.sentence());
      assertEquals(text, Files.readString(file));
    }
  }

  @Test
  void threadsAppendAtOnce() throws InterruptedException {
    Path file = folder.resolve("runs.jsonl");
    var threads =
        IntStream.range(0, 4)
            .mapToObj(
                t ->
                    new Thread(
                        () -> {
                          for (int i = 0; i < 5; i++) {
                            RunLog.append(file, logged(t + "." + i));
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    var notes = RunLog.read(file).stream().map(logged -> logged.run().note()).toList();
    assertEquals(20, notes.stream().distinct().count());
    for (int t = 0; t < 4; t++) {
      String mine = t + ".";
      assertEquals(
          IntStream.range(0, 5).mapToObj(i -> mine + i).toList(),
          notes.stream().filter(note -> note.startsWith(mine)).toList());
    }
  }
}
