package org.weighbridge.gui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History<String> history = new Steps<>("a");

  @Test
  void aDragIsOneStep() {
    history.set("b");
    history.move("c");
    history.move("d");
    history.settle();
    history.undo();
    assertEquals("b", history.get());
    history.undo();
    assertEquals("a", history.get());
    assertFalse(history.canUndo().get());
    history.redo();
    history.redo();
    assertEquals("d", history.get());
    assertFalse(history.canRedo().get());
  }

  @Test
  void aChangeAfterUndoForgetsWhatWasUndone() {
    history.set("b");
    history.undo();
    history.set("c");
    assertFalse(history.canRedo().get());
    history.undo();
    assertEquals("a", history.get());
  }

  @Test
  void noChangeIsNoStep() {
    history.set("a");
    assertFalse(history.canUndo().get());
    history.undo();
    assertEquals("a", history.get());
  }

  @Test
  void listenersFindUndoReadyWhenTheValueChanges() {
    var seen = new boolean[1];
    history.current().addListener(change -> seen[0] = history.canUndo().get());
    history.set("b");
    assertTrue(seen[0]);
  }
}
