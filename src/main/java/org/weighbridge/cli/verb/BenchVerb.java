package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.weighbridge.benchmark.LayerBenchmark;
import org.weighbridge.benchmark.LayerResult;
import org.weighbridge.benchmark.SyntheticLayer;
import org.weighbridge.benchmark.Timing;
import org.weighbridge.cli.options.CodecChoice;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.SettingText;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Setting;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.network.Layer;
import org.weighbridge.network.io.NetworkFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures codecs. */
@Command(
    name = "bench",
    header =
        "Measure size and speed of codecs, or the speed of evaluations, training or the window.",
    description = {
      "For each codec that keeps an error bound, or for the one of --codec, and each effort: bytes,",
      "ratio, bits per kept weight, and MB (10^6 bytes) of dense float32 input per second, on one",
      "thread and on all, beside the limits of entropy and beside zstd at level 3 on the same bytes.",
      "Times are the best of several runs after warm-up; what takes longer than ten seconds is timed",
      "once. Every result is held to the error bound that its codec states.",
      "With --evaluation: what it costs to measure accuracy again when one layer was changed.",
      "With --training: what the gradients of an epoch cost.",
      "With --window: what the window costs."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge bench --layer alexnet-fc6",
      "  weighbridge bench --layer vgg-fc6 --codec sz --effort fast --threads 1 --json",
      "  weighbridge bench model.onnx --bound 0.005",
      "  weighbridge bench --codec linear+channel --bound bits:4",
      "  weighbridge bench --evaluation model.onnx --data mnist/",
      "  weighbridge bench --training model.onnx --data mnist/",
      "  weighbridge bench --window --part slider,drag sample-models/lenet-5.onnx"
    })
public final class BenchVerb extends Verb {
  private static final double DEFAULT_BOUND = 0.01;

  /** The synthetic layers there are, for the help. */
  static final class Layers implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(SyntheticLayer.values()).map(SyntheticLayer::id).iterator();
    }
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "MODEL",
      description = "Measure the layers of this ONNX file.")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      completionCandidates = Layers.class,
      description = "Measure a synthetic layer: ${COMPLETION-CANDIDATES} (default: the first).")
  private Optional<String> layer = Optional.empty();

  @Option(
      names = "--bound",
      paramLabel = "X",
      converter = SettingText.class,
      description = {
        "Absolute error bound (default: ${DEFAULT-VALUE}). Codecs that keep no bound are asked for",
        "what each begins with, or for something else, such as bits:4."
      })
  private Setting bound = ErrorBound.absolute(DEFAULT_BOUND);

  @Mixin private CodecChoice choice;
  @Mixin private DataOptions data;
  @Mixin private SplitOption split;
  @Mixin private EvaluationOptions evaluation;
  @Mixin private GradientOption training;
  @Mixin private WindowBenchOptions window;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Measure with so many threads only (default: with one, and with all).")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--runs",
      paramLabel = "R",
      description = "Least number of timed runs (default: ${DEFAULT-VALUE}).")
  private int runs = 3;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      description = "Seconds before timing begins (default: ${DEFAULT-VALUE}).")
  private double warmUp = 1;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the synthetic layer (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  private final Windows windows;

  /**
   * The verb.
   *
   * @param windows opens the window that is measured
   */
  public BenchVerb(Terminal terminal, Windows windows) {
    super(terminal);
    this.windows = windows;
  }

  @Override
  protected Answer run(Progress progress) {
    if (model.isPresent() && layer.isPresent()) {
      throw usage("MODEL and --layer do not go together: one of them is measured");
    }
    if (evaluation.wanted() || training.wanted()) {
      if (model.isPresent() || layer.isPresent() || (evaluation.wanted() && training.wanted())) {
        throw usage(
            "--evaluation and --training each measure a model of their own; leave out MODEL,"
                + " --layer and the other one");
      }
      return evaluation.wanted()
          ? evaluation.run(data, split.split(), progress)
          : training.run(data, progress);
    }
    if (window.wanted()) {
      if (layer.isPresent()) {
        throw usage("--window measures a whole model; leave out --layer");
      }
      return window.run(windows::bench, model, data.named(), runs, seed, progress);
    }
    if (bound instanceof ErrorBound asked && asked.mode() != ErrorBound.Mode.ABSOLUTE) {
      throw usage("--bound takes a positive number or a parameter such as bits:4, not " + bound);
    }
    if (runs < 1 || threads.orElse(1) < 1) {
      throw usage("--runs and --threads are at least 1");
    }
    var benchmark =
        new LayerBenchmark(
            choice.codecs(),
            choice.efforts(),
            bound instanceof ErrorBound asked ? asked.value() : DEFAULT_BOUND,
            bound instanceof Parameter parameter ? Optional.of(parameter) : Optional.empty(),
            threadCounts(),
            new Timing.Runs(runs, warmUp));
    return model.isPresent()
        ? measureModel(benchmark, model.get(), progress)
        : measureSynthetic(benchmark, progress);
  }

  private List<Integer> threadCounts() {
    return threads.isPresent()
        ? List.of(threads.get())
        : List.of(1, WorkPool.threads()).stream().distinct().toList();
  }

  private Answer measureSynthetic(LayerBenchmark benchmark, Progress progress) {
    var synthetic =
        layer
            .map(
                id ->
                    SyntheticLayer.byId(id)
                        .orElseThrow(
                            () ->
                                usage(
                                    "there is no layer %s; choose one of: %s"
                                        .formatted(id, String.join(", ", new Layers())))))
            .orElse(SyntheticLayer.ALEXNET_FC6);
    progress.begin("Measuring " + synthetic.id(), benchmark.units());
    progress.step("making it");
    var weights = synthetic.generate(seed, progress);
    var result = benchmark.measure(synthetic.id(), weights, progress);
    return new BenchedLayer(benchmark, result, synthetic.description() + "; seed " + seed);
  }

  private static Answer measureModel(LayerBenchmark benchmark, Path file, Progress progress) {
    var network = NetworkFiles.read(file);
    progress.begin(
        "Measuring " + network.name(), (long) network.layers().size() * benchmark.units());
    var results = new ArrayList<LayerResult>();
    for (Layer layer : network.layers()) {
      results.add(benchmark.measure(layer.name(), layer.weights(), progress));
    }
    return new BenchedModel(benchmark, network.name(), results);
  }
}
