package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;

/** What came of a verb, for programs and for people. */
public interface Answer {
  /** The one object that {@code --json} prints; its keys are in docs/cli.md. */
  JsonObject json();

  /** The same for people. */
  void print(PrintWriter out);

  /** Whether all is well; otherwise the exit code is 1. */
  default boolean ok() {
    return true;
  }
}
