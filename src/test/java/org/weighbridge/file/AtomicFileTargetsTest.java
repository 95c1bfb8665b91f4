package org.weighbridge.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.WorkPool;

/** What may stand where a file is to be written. */
class AtomicFileTargetsTest {
  @TempDir Path folder;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatALinkLeadsToIsReplacedAndTheLinkStays() throws IOException {
    Path real = Files.writeString(Files.createDirectory(folder.resolve("far")).resolve("a"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("far/a"));
    Path chain = Files.createSymbolicLink(folder.resolve("chain"), link);
    AtomicFile.write(chain, out -> out.write('n'));
    assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(chain));
    assertEquals("n", Files.readString(real));
    assertEquals(List.of("a"), names(real.getParent()));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkToNothingIsFilledAndACircleIsRefused() throws IOException {
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("new"));
    AtomicFile.write(dangling, out -> out.write('n'));
    assertTrue(Files.isSymbolicLink(dangling));
    assertEquals("n", Files.readString(folder.resolve("new")));
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
    var fault = assertThrows(Fault.class, () -> AtomicFile.write(circle, out -> out.write('n')));
    assertTrue(fault.sentence().contains("a link that leads back to itself"), fault.sentence());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceTakesTheBytesAndStays() {
    AtomicFile.write(Path.of("/dev/null"), out -> out.write(new byte[1 << 20]));
    assertFalse(Files.isRegularFile(Path.of("/dev/null")));
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    var fault =
        assertThrows(
            Fault.class, () -> AtomicFile.write(full, out -> out.write(new byte[1 << 20])));
    assertEquals(
        "Cannot write /dev/full: the disk is full; free some space or choose another folder.",
        fault.sentence());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPipeTakesTheBytesAndStays() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Path copy = folder.resolve("copy");
    var cat = new ProcessBuilder("cat", pipe.toString()).redirectOutput(copy.toFile()).start();
    AtomicFile.write(pipe, out -> out.write(new byte[100_000]));
    assertTrue(cat.waitFor(10, TimeUnit.SECONDS));
    assertEquals(100_000, Files.size(copy));
    assertEquals(List.of("copy", "pipe"), names(folder));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void rightsStay() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    var rights = PosixFilePermissions.fromString("rw-r-x-w-");
    Files.setPosixFilePermissions(file, rights);
    AtomicFile.write(file, out -> out.write('n'));
    assertEquals(rights, Files.getPosixFilePermissions(file));
  }

  @Test
  void aWriteProtectedFileIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assumeTrue(file.toFile().setWritable(false));
    assumeFalse(Files.isWritable(file), "the superuser may write everything");
    var fault = assertThrows(Fault.class, () -> AtomicFile.write(file, out -> out.write('n')));
    assertTrue(fault.sentence().contains("it is write-protected"), fault.sentence());
    assertEquals("old", Files.readString(file));
  }

  @Test
  void aNameMayBeAsLongAsNamesCanBe() throws IOException {
    Path longest = folder.resolve("n".repeat(255));
    AtomicFile.write(longest, out -> out.write('n'));
    assertEquals(1, Files.size(longest));
    Path longer = folder.resolve("n".repeat(256));
    var fault = assertThrows(Fault.class, () -> AtomicFile.write(longer, out -> out.write('n')));
    assertTrue(fault.sentence().contains(longer.toString()), fault.sentence());
    assertEquals(List.of(longest.getFileName().toString()), names(folder));
  }

  @Test
  void whatKilledProcessesLeftIsRemovedAfterAnHour() throws IOException, InterruptedException {
    var ended = new ProcessBuilder(javaCommand(), "-version").redirectErrorStream(true).start();
    ended.getInputStream().readAllBytes();
    ended.waitFor();
    Path old = part(ended.pid(), Duration.ofHours(2));
    Path young = part(ended.pid(), Duration.ofMinutes(2));
    Path alive = part(ProcessHandle.current().pid(), Duration.ofHours(2));
    Path foreign = Files.writeString(folder.resolve(".weighbridge-notes.part"), "mine");
    Files.setLastModifiedTime(foreign, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
    AtomicFile.write(folder.resolve("file"), out -> out.write('n'));
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young) && Files.exists(alive) && Files.exists(foreign));
  }

  private Path part(long process, Duration age) throws IOException {
    Path file = folder.resolve(".weighbridge-%d-%d.part".formatted(process, age.toMinutes()));
    Files.writeString(file, "half");
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private static String javaCommand() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @Test
  void writersOfOneTargetLeaveOneWholeFile() throws IOException {
    Path file = folder.resolve("file");
    WorkPool.forEach(
        32,
        i ->
            AtomicFile.write(
                file,
                out -> {
                  for (int part = 0; part < 10; part++) {
                    var bytes = new byte[10_000];
                    Arrays.fill(bytes, (byte) i);
                    out.write(bytes);
                  }
                }));
    byte[] content = Files.readAllBytes(file);
    var whole = new byte[100_000];
    Arrays.fill(whole, content[0]);
    assertArrayEquals(whole, content);
    assertEquals(List.of("file"), names(folder));
  }

  @Test
  void errorsOfTheMachineLeaveNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    for (Error error : List.of(new OutOfMemoryError(), new StackOverflowError())) {
      assertThrows(
          error.getClass(),
          () ->
              AtomicFile.write(
                  file,
                  out -> {
                    out.write(new byte[100_000]);
                    throw error;
                  }));
    }
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("file"), names(folder));
  }

  @Test
  void aFolderThatGoesAwayMeanwhileIsNamed() {
    Path file = folder.resolve("sub/file");
    var fault =
        assertThrows(
            Fault.class,
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(1);
                      try (var all = Files.list(file.getParent())) {
                        for (Path each : all.toList()) {
                          Files.delete(each);
                        }
                      }
                      Files.delete(file.getParent());
                    }));
    assertTrue(fault.sentence().contains("its folder takes no files or is gone"), fault.sentence());
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
