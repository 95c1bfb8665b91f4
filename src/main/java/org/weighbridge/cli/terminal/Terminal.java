package org.weighbridge.cli.terminal;

import java.io.PrintWriter;
import org.weighbridge.job.CancelToken;

/**
 * Where a verb writes to, and whence it is cancelled.
 *
 * @param out results, and nothing else
 * @param err progress and errors
 * @param watched whether a person sees {@code err}: progress is drawn as a bar then
 * @param cancel set when the user interrupts
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean watched, CancelToken cancel) {
  /** The streams of this process. */
  @SuppressWarnings("SystemConsoleNull") // it was never null in JDK 22 to 24, but is again in 25
  public static Terminal system(CancelToken cancel) {
    // The launcher says whether standard error is a terminal; the JVM can only tell whether
    // standard input and output both are.
    var console = System.console();
    String said = System.getProperty("weighbridge.terminal");
    boolean watched =
        said == null ? console != null && console.isTerminal() : Boolean.parseBoolean(said);
    return new Terminal(
        new PrintWriter(
            new HarmlessWriter(new PrintWriter(System.out, false, System.out.charset())), true),
        new PrintWriter(System.err, true, System.err.charset()),
        watched,
        cancel);
  }

  /** Shows the progress of one piece of work until it is closed. */
  public ProgressDisplay progress() {
    return watched ? new ProgressBar(err, cancel) : new ProgressLines(err, cancel);
  }
}
