package org.weighbridge.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void writesTheFileAndItsFolder() throws IOException {
    Path file = folder.resolve("new/folder/file.bin");
    AtomicFile.write(file, out -> out.write(new byte[] {1, 2, 3}));
    assertEquals(3, Files.size(file));
    assertEquals(List.of("file.bin"), names(file.getParent()));
  }

  @Test
  void aFullDiskLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("file.bin");
    Files.writeString(file, "old");
    var fault =
        assertThrows(
            Fault.class,
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertTrue(fault.sentence().contains("the disk is full"), fault.sentence());
    assertTrue(fault.sentence().contains(file.toString()), fault.sentence());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("file.bin"), names(folder));
  }

  @Test
  void cancellingLeavesNothing() throws IOException {
    Path file = folder.resolve("file.bin");
    assertThrows(
        java.util.concurrent.CancellationException.class,
        () ->
            AtomicFile.write(
                file,
                out -> {
                  throw new java.util.concurrent.CancellationException("cancelled");
                }));
    assertEquals(List.of(), names(folder));
  }

  @Test
  void aFileWhereAFolderIsNeededIsNamed() throws IOException {
    Path notFolder = folder.resolve("plain");
    Files.writeString(notFolder, "text");
    var fault =
        assertThrows(
            Fault.class, () -> AtomicFile.write(notFolder.resolve("x.wbz"), out -> out.write(1)));
    assertTrue(fault.sentence().contains("x.wbz"), fault.sentence());
    var onFolder = assertThrows(Fault.class, () -> AtomicFile.write(folder, out -> out.write(1)));
    assertTrue(onFolder.sentence().contains("it is a folder"), onFolder.sentence());
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
