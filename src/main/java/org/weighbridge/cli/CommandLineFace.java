package org.weighbridge.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.cli.verb.AssessVerb;
import org.weighbridge.cli.verb.BenchVerb;
import org.weighbridge.cli.verb.CompareVerb;
import org.weighbridge.cli.verb.DecodeVerb;
import org.weighbridge.cli.verb.DemoVerb;
import org.weighbridge.cli.verb.EncodeVerb;
import org.weighbridge.cli.verb.EvaluateVerb;
import org.weighbridge.cli.verb.InspectVerb;
import org.weighbridge.cli.verb.OpenVerb;
import org.weighbridge.cli.verb.OptimizeVerb;
import org.weighbridge.cli.verb.PruneVerb;
import org.weighbridge.cli.verb.PruningCurvesVerb;
import org.weighbridge.cli.verb.ReportVerb;
import org.weighbridge.cli.verb.RunVerb;
import org.weighbridge.cli.verb.ScreenshotVerb;
import org.weighbridge.cli.verb.SensitivityVerb;
import org.weighbridge.cli.verb.ShareVerb;
import org.weighbridge.cli.verb.TrainVerb;
import org.weighbridge.cli.verb.Verb;
import org.weighbridge.cli.verb.VerifyVerb;
import org.weighbridge.cli.verb.WeightlessVerb;
import org.weighbridge.cli.verb.Windows;
import org.weighbridge.job.CancelToken;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole: its verbs, what it says of failures, its exit codes. */
@Command(
    name = "weighbridge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    customSynopsis = {"weighbridge [VERB] [OPTIONS]", ""},
    description = {
      "A workbench for compressing neural networks with error-bounded lossy compression.",
      "Without a verb it opens the window.",
      ""
    },
    commandListHeading = "Verbs (each has its own --help):%n",
    footer = {
      "",
      "Examples:",
      "  weighbridge demo",
      "  weighbridge inspect model.onnx",
      "  weighbridge encode model.onnx -o model.wbz --data mnist/ --max-loss 0.3",
      "",
      "Exit codes: 0 done, 1 refused or failed, 2 wrong usage."
    })
public final class CommandLineFace implements Runnable {
  private final Windows windows;

  private CommandLineFace(Windows windows) {
    this.windows = windows;
  }

  /**
   * Does what the arguments say, on the streams of this process; Ctrl-C cancels.
   *
   * @param windows opens windows
   * @return the exit code
   */
  public static int run(String[] args, Windows windows) {
    var cancel = new CancelToken();
    try (var _ = new Interrupt(cancel)) {
      return run(args, Terminal.system(cancel), windows);
    }
  }

  /** The same on other streams. */
  public static int run(String[] args, Terminal terminal, Windows windows) {
    var failures = new Failures(terminal);
    try {
      return commandLine(terminal, windows)
          .setOut(terminal.out())
          .setErr(terminal.err())
          .setExecutionExceptionHandler(failures)
          .setParameterExceptionHandler(failures)
          .execute(opening(args));
    } catch (VirtualMachineError | LinkageError e) {
      return failures.handleError(e);
    }
  }

  /** A desktop names nothing but the document that a user clicked. */
  private static String[] opening(String[] args) {
    return args.length == 1 && args[0].matches("(?i).*\\.(onnx|wbz|wbsession|jsonl)")
        ? new String[] {"open", args[0]}
        : args;
  }

  /** What reads arguments, with all verbs; tests read the commands of the documents by it. */
  static CommandLine commandLine(Terminal terminal, Windows windows) {
    var commandLine = new CommandLine(new CommandLineFace(windows));
    for (Verb verb : verbs(terminal, windows)) {
      commandLine.addSubcommand(verb);
    }
    commandLine.addSubcommand(new OpenVerb(terminal, windows));
    ScreenshotVerb.nameStates(
        Objects.requireNonNull(commandLine.getSubcommands().get("screenshot")), windows);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setUsageHelpAutoWidth(true);
  }

  /** The verbs that need no window, in the order of the work. */
  private static List<Verb> verbs(Terminal terminal, Windows windows) {
    return List.of(
        new InspectVerb(terminal),
        new EvaluateVerb(terminal),
        new PruneVerb(terminal),
        new ShareVerb(terminal),
        new WeightlessVerb(terminal),
        new AssessVerb(terminal),
        new OptimizeVerb(terminal),
        new CompareVerb(terminal),
        new EncodeVerb(terminal),
        new DecodeVerb(terminal),
        new VerifyVerb(terminal),
        new ReportVerb(terminal),
        new RunVerb(terminal),
        new BenchVerb(terminal, windows),
        new ScreenshotVerb(terminal, windows),
        new TrainVerb(terminal),
        new SensitivityVerb(terminal),
        new PruningCurvesVerb(terminal),
        new DemoVerb(terminal));
  }

  /** The names of the verbs that need no display. */
  public static List<String> headlessVerbs(Windows windows) {
    return verbs(Terminal.system(new CancelToken()), windows).stream()
        .map(verb -> verb.getClass().getAnnotation(Command.class).name())
        .toList();
  }

  /** No verb: the window. */
  @Override
  public void run() {
    windows.open(Optional.empty(), Optional.empty());
  }
}
