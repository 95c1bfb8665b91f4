package org.weighbridge.experiment.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that append in a loop are killed: what they wrote can be read, and goes on. */
class RunLogKillTest {
  private static final int ENOUGH = 20;

  @TempDir Path folder;

  @Test
  void aKilledProcessLeavesAReadableLog() throws IOException, InterruptedException {
    Path file = folder.resolve("runs.jsonl");
    var writers = List.of(writer(file, "a"), writer(file, "b"));
    try {
      while (count(file) < ENOUGH && writers.stream().allMatch(Process::isAlive)) {
        Thread.sleep(5);
      }
    } finally {
      writers.forEach(Process::destroyForcibly);
    }
    for (var writer : writers) {
      assertTrue(writer.waitFor(10, TimeUnit.SECONDS));
      assertEquals(128 + 9, writer.exitValue(), "ended by the kill and nothing else");
    }
    var runs = RunLog.read(file);
    assertTrue(runs.size() >= ENOUGH, runs.size() + " runs");
    for (String name : List.of("a", "b")) {
      var notes =
          runs.stream().map(run -> run.run().note()).filter(n -> n.startsWith(name)).toList();
      assertEquals(IntStream.range(0, notes.size()).mapToObj(i -> name + i).toList(), notes);
    }
    RunLog.append(file, RunLogTest.logged("after"));
    assertEquals(runs.size() + 1, RunLog.read(file).size());
  }

  private static long count(Path file) throws IOException {
    return Files.exists(file) ? RunLog.read(file).size() : 0;
  }

  private static Process writer(Path file, String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            RunLogKillTest.class.getName(),
            file.toString(),
            name)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Appends for ever. */
  public static void main(String[] args) {
    for (int i = 0; ; i++) {
      RunLog.append(Path.of(args[0]), RunLogTest.logged(args[1] + i));
    }
  }
}
