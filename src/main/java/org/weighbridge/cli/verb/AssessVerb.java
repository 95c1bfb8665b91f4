package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.cli.options.CacheOption;
import org.weighbridge.cli.options.CodingOptions;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.SearchOptions;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.ChoiceSamples;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.SequentialEvaluator;
import org.weighbridge.inference.SequentialTest;
import org.weighbridge.job.Progress;
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
  private static final double ERROR_PROBABILITY = 0.05;

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
    var sidecar = model.sidecar();
    var network = model.read();
    var layers = search.layers(network);
    var dataset = data.open(sidecar, split);
    var with = coding.coding();
    progress.begin(network.name(), 100);
    long start = System.nanoTime();
    try (var samples =
        ChoiceSamples.asTheyAre(network, dataset, data.preprocessing(sidecar), progress.part(2))) {
      // a point of fewer samples must not stand for one of all
      var store = stopEarly ? PointStore.off() : cache.store(this::notice);
      var known = samples.known(store, with, progress);
      var evaluator = stopEarly ? stopping(samples.evaluator()) : samples.evaluator();
      var searching =
          new ConfigurationSearch(network, evaluator, with, new ModelEncoder(), known, trial -> {});
      var assessment =
          searching.assess(layers, search.plan(maxLoss), (layer, point) -> {}, progress.part(98));
      var answer = new Assessed(dataset.name(), assessment, System.nanoTime() - start);
      csv.ifPresent(answer::writeCsv);
      return answer;
    }
  }

  private Evaluator stopping(Evaluator exact) {
    return new SequentialEvaluator(exact, new SequentialTest(maxLoss, ERROR_PROBABILITY));
  }
}
