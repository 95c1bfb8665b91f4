package org.weighbridge.gui.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said or done.
 *
 * @param at by the clock on the wall
 * @param sentence one line
 * @param cause what failed, for the details
 */
record LogEntry(LocalDateTime at, Level level, String sentence, @Nullable Throwable cause) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  String time() {
    return TIME.format(at);
  }

  /** The entry as one line of text, for the clipboard. */
  String line() {
    return DATE.format(at) + "  " + level.word() + "  " + sentence;
  }

  /** The line, and where in the program it failed. */
  String details() {
    if (cause == null) {
      return line();
    }
    var trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    return line() + "\n" + trace;
  }
}
