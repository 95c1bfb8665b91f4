package org.weighbridge.checkpoint.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;

class StagedFolderTest {
  @TempDir Path folder;

  @Test
  void refusesWhatNoDiskHolds() throws IOException {
    Path target = folder.resolve("out");
    var fault = assertThrows(Fault.class, () -> StagedFolder.open(target, Long.MAX_VALUE));
    assertTrue(fault.sentence().contains("free some space"), fault::sentence);
    assertTrue(fault.sentence().contains(target.toString()), fault::sentence);
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void leavesNothingOfWhatWasNotFinished() throws IOException {
    try (var stage = StagedFolder.open(folder.resolve("out"), 10)) {
      Files.writeString(stage.file("part/a.bin"), "begun");
    }
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }
}
