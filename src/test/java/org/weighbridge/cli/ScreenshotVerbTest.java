package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the window is asked for; the pictures themselves are looked at by people. */
class ScreenshotVerbTest {
  @Test
  void asksForTheStatesInTheirOwnLook() {
    var typed = Typed.type("screenshot", "-o", "pictures", "--states", "idle,dark").done();
    assertTrue(
        typed.out().contains("states=[idle, dark], theme=Optional.empty, size=Optional.empty"),
        typed.out());
    assertTrue(typed.out().contains("Wrote pictures/idle"), typed.out());
  }

  @Test
  void namesTheStatesThatThereAre() {
    String help = Typed.type("screenshot", "--help").done().out();
    assertTrue(help.contains("dawn, noon."), help);
  }

  @Test
  void takesAnotherLook() {
    var typed =
        Typed.type(
                "screenshot",
                "m.onnx",
                "-o",
                "p",
                "--theme",
                "dark",
                "--size",
                "1200x760",
                "--scale",
                "2")
            .done();
    assertTrue(typed.out().contains("Size[width=1200, height=760]"), typed.out());
    assertTrue(typed.out().contains("OptionalDouble[2.0]"), typed.out());
  }

  @Test
  void refusesWhatIsNoLook() {
    for (String[] words :
        new String[][] {{"--theme", "blue"}, {"--size", "1200"}, {"--scale", "9"}}) {
      var typed = Typed.type("screenshot", "-o", "p", words[0], words[1]);
      assertEquals(2, typed.code());
      assertTrue(typed.err().contains(words[0]), typed.err());
    }
  }
}
