package org.weighbridge.gui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MatchTest {
  @Test
  void lettersStandInOrder() {
    assertTrue(Match.of("opt", "Optimize error bounds").isPresent());
    assertTrue(Match.of("oeb", "Optimize error bounds").isPresent());
    assertTrue(Match.of("BOUNDS", "Optimize error bounds").isPresent());
    assertTrue(Match.of("tpo", "Optimize").isEmpty());
    assertTrue(Match.of("optimizes", "Optimize").isEmpty());
    assertTrue(Match.of("a", "").isEmpty());
  }

  @Test
  void nothingTypedMatchesEverythingAlike() {
    assertEquals(Match.of("", "Undo"), Match.of("", "Redo"));
    assertTrue(Match.of("  ", "").isPresent());
  }

  @Test
  void beginningsOfWordsAndRunsOfLettersCountMore() {
    assertTrue(score("red", "Redo") > score("red", "Report in the middle of"));
    assertTrue(score("eb", "Assess error bounds") > score("eb", "Open recent web.onnx"));
    assertTrue(score("fc1", "Select layer fc1") > score("fc1", "Select layer fa.c1"));
  }

  @Test
  void theBestOfAllWaysCounts() {
    // the first e and x are far from each other, the second ones begin a word together
    assertEquals(score("ex", "ex"), score("ex", "e-tax ex"));
  }

  private static int score(String typed, String text) {
    return Match.of(typed, text).orElseThrow().score();
  }
}
