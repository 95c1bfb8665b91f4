package org.weighbridge.experiment.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.SmallFiles;

class FullDiskSessionTest {
  @TempDir Path folder;

  @Test
  void theOldSessionStays() throws IOException {
    Path file = folder.resolve("one.wbsession");
    Files.writeString(file, "old");
    var session = ExampleSession.make();
    try (var _ = SmallFiles.limit(300)) {
      assertThrows(Fault.class, () -> SessionFile.write(session, file));
    }
    assertEquals("old", Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aFullFolderOfTemporaryFilesIsNoDamageOfTheSession() {
    Path file = folder.resolve("one.wbsession");
    SessionFile.write(ExampleSession.make(), file);
    Fault fault;
    try (var _ = SmallFiles.limit(300)) {
      fault = assertThrows(Fault.class, () -> SessionFile.read(file));
    }
    assertTrue(fault.sentence().contains("the folder for temporary files"), fault.sentence());
    assertFalse(fault.sentence().contains("no whole session"), fault.sentence());
    assertEquals("lenet", SessionFile.read(file).networks().getFirst().name());
  }
}
