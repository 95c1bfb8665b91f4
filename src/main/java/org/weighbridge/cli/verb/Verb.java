package org.weighbridge.cli.verb;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.fault.Harmless;
import org.weighbridge.job.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all verbs share: progress while they work, then one answer. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
public abstract class Verb implements Callable<Integer> {
  private final Terminal terminal;
  private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

  @Spec private CommandSpec spec;

  @Option(
      names = "--json",
      order = 90,
      description = "Print one JSON object on standard output and nothing else there.")
  private boolean json;

  @Option(
      names = "--verbose",
      order = 91,
      description = "When something goes wrong, print where in the program.")
  private boolean verbose;

  protected Verb(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Does the work. */
  protected abstract Answer run(Progress progress);

  @Override
  public final Integer call() {
    Answer answer;
    try {
      answer = watched();
    } finally {
      notices.forEach(
          sentence -> terminal.err().println("weighbridge: " + Harmless.text(sentence)));
    }
    if (json) {
      var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls();
      terminal.out().println(gson.create().toJson(answer.json()));
    } else {
      answer.print(terminal.out());
    }
    terminal.out().flush();
    return answer.ok() ? 0 : 1;
  }

  private Answer watched() {
    try (var memory = new MemoryWatch(terminal.cancel());
        var display = terminal.progress()) {
      try {
        return run(display.progress());
      } catch (CancellationException e) {
        if (memory.starved()) {
          throw (Error) new OutOfMemoryError("collecting garbage takes the time").initCause(e);
        }
        throw e;
      }
    }
  }

  /** Whether the stack trace of a failure is wanted. */
  public boolean verbose() {
    return verbose;
  }

  /** Says something on standard error that does not change the result, when the work is done. */
  protected final void notice(String sentence) {
    notices.add(sentence);
  }

  /** What the user typed, to repeat it by in the same folder; it names no folders above that. */
  protected String commandLine() {
    var words = new ArrayList<>(List.of("weighbridge"));
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return words.stream().map(Verb::relative).map(Verb::quoted).collect(Collectors.joining(" "));
  }

  /** The same word, a path in it seen from the working folder. */
  static String relative(String word) {
    int start = word.startsWith("-") ? word.indexOf('=') + 1 : 0;
    try {
      var path = Path.of(word.substring(start));
      return path.isAbsolute()
          ? word.substring(0, start) + Path.of("").toAbsolutePath().relativize(path)
          : word;
    } catch (IllegalArgumentException noPath) {
      return word; // or one on another drive
    }
  }

  /** A word as a shell takes it. */
  static String quoted(String word) {
    return word.matches("[\\w./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Options that do not go together: the message is printed with a hint at the help, code 2. */
  protected ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
