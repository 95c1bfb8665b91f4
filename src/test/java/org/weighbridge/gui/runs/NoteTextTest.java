package org.weighbridge.gui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTextTest {
  @Test
  void wordsWithASharpAreTags() {
    assertEquals(
        new NoteText("for table 2", List.of("paper", "best")),
        NoteText.parse("  for #paper table  #best 2 #paper "));
    assertEquals(new NoteText("", List.of()), NoteText.parse(" "));
    assertEquals(new NoteText("#", List.of()), NoteText.parse("#"));
  }

  @Test
  void whatIsShownReadsBack() {
    var text = new NoteText("for table 2", List.of("paper", "best"));
    assertEquals("for table 2 #paper #best", text.toString());
    assertEquals(text, NoteText.parse(text.toString()));
  }
}
