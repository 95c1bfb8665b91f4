package org.weighbridge.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.weighbridge.fault.Fault;

/** Names out of files steer no terminal. */
class HarmlessWriterTest {
  @Test
  void sequencesAreMadeVisible() {
    var written = new StringWriter();
    try (var out = new PrintWriter(new HarmlessWriter(written), true)) {
      out.print("a\u001b[2Jb\u001b]0;title\u0007c\u202ed\u009b31me\b");
      out.write('\u001b');
      out.write(new char[] {'f', '\u001b', 'c'});
    }
    assertEquals(
        "a\ufffd[2Jb\ufffd]0;title\ufffdc\ufffdd\ufffd31me\ufffd\ufffdf\ufffdc",
        written.toString());
  }

  @Test
  void linesTabsAndColoursStay() {
    var written = new StringWriter();
    try (var out = new PrintWriter(new HarmlessWriter(written), true)) {
      out.print("\u001b[1mUsage\u001b[0m\ta\r\n\u00b5\n");
    }
    assertEquals("\u001b[1mUsage\u001b[0m\ta\r\n\u00b5\n", written.toString());
  }

  @Test
  void sentencesQuoteNoSequencesAndNothingEndless() {
    assertEquals("Cannot \ufffd[2J.", new Fault("Cannot \u001b[2J.").sentence());
    String sentence = new Fault("Cannot " + "x".repeat(1 << 20) + "; mend it.").sentence();
    assertEquals(1_503, sentence.length());
    assertEquals("; mend it.", sentence.substring(sentence.length() - 10));
  }
}
