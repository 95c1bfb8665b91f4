package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.weighbridge.cli.options.CacheOption;
import org.weighbridge.cli.options.CodingOptions;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.SearchOptions;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.dataset.Split;
import org.weighbridge.job.Progress;
import org.weighbridge.workflow.Assess;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures accuracy and size of each layer against its error bound. */
@Command(
    name = "assess",
    header = "Measure accuracy and size of each layer against its error bound.",
    description = "One layer at a time is coded; all others stay exact.",
    footer = {
      "",
      "Examples:",
      "  weighbridge assess model.onnx --data mnist/",
      "  weighbridge assess model.onnx --data mnist/ --layers fc1.weight --grid 1e-3:1e-1:9",
      "  weighbridge assess model.onnx --data mnist/ --plan deepsz --lock 'conv*' --csv curves.csv"
    })
public final class AssessVerb extends Verb {
  @Mixin private ModelOptions model;
  @Mixin private DataOptions data;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      order = 21,
      defaultValue = "validation",
      description = "Assess on this part: validation (default), training, test.")
  private Split split;

  @Mixin private SearchOptions search;

  @Option(
      names = "--max-loss",
      paramLabel = "P",
      order = 42,
      defaultValue = "1",
      description = "End the test of a layer beyond this loss in percentage points (default 1).")
  private double maxLoss;

  @Option(
      names = "--stop-early",
      order = 42,
      description =
          "Ask no more samples once it is sure, but for a probability of error of 5 %%, whether a"
              + " bound loses more than --max-loss. Such points rest on fewer samples and are not"
              + " kept for later.")
  private boolean stopEarly;

  @Mixin private CodingOptions coding;
  @Mixin private CacheOption cache;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      order = 43,
      description = "Write the points as CSV, too.")
  private Optional<Path> csv;

  public AssessVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    csv.ifPresent(OutputFile::check);
    var on = data.on(model.sidecar(), Split.TEST, split, OptionalInt.empty());
    var step = new Assess(coding.coding(), search.layers(), search.tests(), maxLoss, stopEarly);
    var opened = Material.of(model.read(progress), model.sidecar(), Optional.of(on));
    long start = System.nanoTime();
    var done = Workbench.with(cache.store(this::notice)).apply(step, opened, progress);
    var answer =
        new Assessed(
            on.choosing().name(), done.assessment().orElseThrow(), System.nanoTime() - start);
    csv.ifPresent(answer::writeCsv);
    return answer;
  }
}
