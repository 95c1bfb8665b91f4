package org.weighbridge.gui.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.gui.user.RecentFiles.Recent;

class RecentFilesTest {
  @TempDir Path folder;

  @Test
  void newestFirstAndOnlyOnce() {
    var recent = recent();
    recent.add(folder.resolve("a"));
    recent.add(folder.resolve("b"));
    recent.add(folder.resolve("x").resolve("..").resolve("a"));
    assertEquals(List.of("a", "b"), names(recent));
    assertEquals(List.of("a", "b"), names(recent()), "kept");
  }

  @Test
  void onlySoManyAreKept() {
    var recent = recent();
    IntStream.range(0, RecentFiles.MOST + 3).forEach(i -> recent.add(folder.resolve("m" + i)));
    assertEquals(RecentFiles.MOST, recent.all().size());
    assertEquals("m" + (RecentFiles.MOST + 2), names(recent).getFirst());
    assertEquals(names(recent), names(recent()));
  }

  @Test
  void whatIsGoneIsMarkedAndCanBeTakenAway() throws IOException {
    Path file = Files.createFile(folder.resolve("model.onnx"));
    recent().add(file);
    assertEquals(List.of(new Recent(file, false)), recent().all());
    Files.delete(file);
    var recent = recent();
    assertEquals(List.of(new Recent(file, true)), recent.all());
    Files.createFile(file);
    recent.refresh();
    assertEquals(List.of(new Recent(file, false)), recent.all());
    recent.remove(file);
    assertTrue(recent().all().isEmpty());
  }

  @Test
  void aDamagedListIsNoObstacle() throws IOException {
    Files.write(folder.resolve("recent"), new byte[] {0, -1, 10, 47, 120, 10, 10});
    assertEquals(1, recent().all().stream().filter(r -> r.name().equals("x")).count());
    Files.write(folder.resolve("recent"), new byte[2 << 20]);
    assertTrue(recent().all().isEmpty());
  }

  @Test
  void whereNothingIsKeptNothingIsWritten() {
    var recent = new RecentFiles(UserFiles.none(), Runnable::run, Runnable::run);
    recent.add(folder.resolve("a"));
    assertEquals(1, recent.all().size());
  }

  private RecentFiles recent() {
    var files = new UserFiles(Optional.of(folder), Optional.empty());
    return new RecentFiles(files, Runnable::run, Runnable::run);
  }

  private static List<String> names(RecentFiles recent) {
    return recent.all().stream().map(Recent::name).toList();
  }
}
