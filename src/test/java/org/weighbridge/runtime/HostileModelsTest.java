package org.weighbridge.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutants of good models go through sessions in a process that may die; none does. */
class HostileModelsTest {
  private static final List<String> MODELS =
      List.of(
          "sample-models/resnet-8.onnx",
          "sample-models/lenet-5.onnx",
          "sample-models/lenet-300-100.onnx");

  private static final long PATIENCE_MINUTES = 10;

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void noMutantEndsTheProcess() throws IOException, InterruptedException {
    int first = Integer.getInteger("mutants.first", 1);
    int last = first + Integer.getInteger("mutants", 2_000) - 1;
    List<String> lines = outcomes(first, last);
    assertEquals(last - first + 1, lines.size(), () -> "ended at seed " + lines.getLast());
    List<String> untyped = lines.stream().filter(line -> line.contains("UNTYPED")).toList();
    assertEquals(List.of(), untyped);
    assertTrue(lines.stream().anyMatch(line -> line.endsWith(" ran")), "nothing was run");
    assertTrue(lines.stream().anyMatch(line -> line.contains(" native: ")), "nothing got so far");
  }

  /** A line for each seed, up to the one that ended the process or did not end itself. */
  private List<String> outcomes(int first, int last) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Mutants.class.getName(),
                "" + first,
                "" + last));
    command.addAll(MODELS);
    Process child =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      boolean ended = child.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      List<String> lines = Files.readAllLines(said);
      assertTrue(ended, () -> "no end at seed " + lines.getLast());
      assertEquals(0, child.exitValue(), () -> "ended at seed " + lines.getLast());
      return lines;
    } finally {
      child.destroyForcibly();
    }
  }
}
