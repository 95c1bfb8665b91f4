package org.weighbridge.cli;

import java.util.concurrent.CancellationException;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.cli.verb.Verb;
import org.weighbridge.fault.Exhausted;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Suspended;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong; never shows a stack trace unasked. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    if (failure instanceof ParameterException usage) {
      return handleParseException(usage, arguments.originalArgs().toArray(String[]::new));
    }
    say(sentence(failure));
    if (command.getCommand() instanceof Verb verb && verb.verbose()) {
      failure.printStackTrace(terminal.err());
    }
    terminal.err().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    say(usage(failure));
    UnmatchedArgumentException.printSuggestions(failure, terminal.err());
    terminal.err().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
    terminal.err().flush();
    return CommandLine.ExitCode.USAGE;
  }

  private static String usage(ParameterException failure) {
    boolean noVerb = failure.getCommandLine().getParent() == null;
    if (noVerb && failure instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      if (!word.startsWith("-")) {
        return "There is no verb " + word + ".";
      }
    }
    String message = oneLine(String.valueOf(failure.getMessage()));
    return message.endsWith(".") ? message : message + ".";
  }

  /** For failures outside any verb, such as an error of the JVM. */
  int handleError(Throwable failure) {
    say(sentence(failure));
    return CommandLine.ExitCode.SOFTWARE;
  }

  static String sentence(Throwable failure) {
    return switch (failure) {
      case Fault fault -> lines(fault.sentence());
      case Suspended suspended -> oneLine(String.valueOf(suspended.getMessage()));
      case CancellationException cancelled -> "Cancelled; nothing half-written is left.";
      default -> Exhausted.sentence(failure).orElseGet(() -> unexpected(failure));
    };
  }

  private static String unexpected(Throwable failure) {
    return "Something unexpected went wrong ("
        + oneLine(failure.toString())
        + "); run it again with --verbose to see where.";
  }

  private void say(String sentences) {
    sentences.lines().forEach(one -> terminal.err().println("weighbridge: " + one));
  }

  /** Several sentences have a line each: all that is wrong with a recipe. */
  private static String lines(String sentences) {
    return sentences.strip().replaceAll("(?<![.?])\\s*\\R\\s*", " ");
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
