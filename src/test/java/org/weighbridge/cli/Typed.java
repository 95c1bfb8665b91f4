package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.job.CancelToken;

/**
 * What became of a command that a user typed.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Typed(int code, String out, String err) {
  /** Runs the command line in this JVM; words may be paths. */
  static Typed type(Object... words) {
    return type(new CancelToken(), words);
  }

  static Typed type(CancelToken cancel, Object... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, cancel);
    String[] args = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    int code = CommandLineFace.run(args, terminal, new WrittenWindows(out));
    terminal.out().flush();
    terminal.err().flush();
    return new Typed(code, out.toString(), err.toString());
  }

  /** Expects success and returns this. */
  Typed done() {
    assertEquals(0, code, err);
    return this;
  }

  /** Expects success and nothing but one JSON object on standard output. */
  JsonObject json() {
    done();
    return JsonParser.parseString(out).getAsJsonObject();
  }

  /** Expects exit code 1 and one sentence, after lines of progress, that holds all these words. */
  void refused(Object... words) {
    assertEquals(1, code, err);
    assertEquals("", out);
    var said = err.lines().filter(line -> !line.matches(".*, \\d+ %")).toList();
    assertEquals(1, said.size(), err);
    assertTrue(said.getFirst().startsWith("weighbridge: "), err);
    assertTrue(err.strip().endsWith("."), err);
    assertFalse(err.contains("Exception") || err.contains("unexpected"), err);
    for (Object word : words) {
      assertTrue(err.contains(word.toString()), () -> word + " is not said: " + err);
    }
  }

  /** Expects exit code 2, these words and the way to the help. */
  void wrongUsage(String words) {
    assertEquals(2, code, err);
    assertEquals("", out);
    assertTrue(err.contains(words), err);
    assertTrue(err.contains("--help"), err);
  }
}
