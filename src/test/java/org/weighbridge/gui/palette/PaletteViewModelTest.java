package org.weighbridge.gui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
  private final List<String> done = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final PaletteViewModel palette =
      new PaletteViewModel(
          () ->
              List.of(
                  Command.of("Undo", "Edit", () -> done.add("undo")),
                  Command.of("Open model", "File", () -> done.add("open")),
                  new Command("Redo", "Edit", "", "Nothing has been undone.", () -> done.add("!"))),
          said::add);

  @Test
  void beginsWithEverythingInOrder() {
    palette.begin();
    assertEquals(List.of("Undo", "Open model", "Redo"), texts());
    palette.perform();
    assertEquals(List.of("undo"), done);
  }

  @Test
  void showsTheBestFirstAndChoosesIt() {
    palette.begin();
    palette.step(2);
    palette.typed().set("o m");
    assertEquals(List.of("Open model"), texts());
    palette.perform();
    assertEquals(List.of("open"), done);
    palette.begin();
    assertEquals("", palette.typed().get());
    assertEquals(3, palette.shown().size());
  }

  @Test
  void stepsGoRoundTheEnds() {
    palette.begin();
    palette.step(-1);
    assertEquals(2, palette.chosen().get());
    palette.step(1);
    assertEquals(0, palette.chosen().get());
  }

  @Test
  void whatCannotBeDoneSaysWhy() {
    palette.begin();
    palette.typed().set("redo");
    palette.perform();
    assertEquals(List.of("Nothing has been undone."), said);
    assertTrue(done.isEmpty());
  }

  @Test
  void nothingFoundIsNothingDone() {
    palette.begin();
    palette.typed().set("zzz");
    palette.step(1);
    palette.perform();
    assertTrue(done.isEmpty() && said.isEmpty());
  }

  private List<String> texts() {
    return palette.shown().stream().map(Command::text).toList();
  }
}
