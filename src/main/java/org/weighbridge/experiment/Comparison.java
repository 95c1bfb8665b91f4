package org.weighbridge.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.weighbridge.assessment.PointListener;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.container.WbzReader;
import org.weighbridge.fault.Fault;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;

/**
 * Codecs on the same weights under the same budget of loss: each is assessed, optimized, encoded,
 * decoded from its file and measured for itself, by the same steps on the same samples.
 */
public final class Comparison {
  /** In place of a codec's id: every layer has the codec that serves it best. */
  public static final String MIXED = "mixed";

  private final ComparisonPlan plan;
  private final Evaluator reported;
  private final CandidateSearch candidates;
  private final List<ComparedCoder> finished;

  /**
   * A comparison.
   *
   * @param samples to choose by
   * @param reported measures the same network on the samples that are reported
   * @param store keeps what is learnt of each coder
   */
  public Comparison(
      ComparisonPlan plan, ChoiceSamples samples, Evaluator reported, PointStore store) {
    this(plan, reported, new CandidateSearch(plan, samples, store), List.of());
  }

  private Comparison(
      ComparisonPlan plan,
      Evaluator reported,
      CandidateSearch candidates,
      List<ComparedCoder> finished) {
    this.plan = plan;
    this.reported = reported;
    this.candidates = candidates;
    this.finished = List.copyOf(finished);
  }

  /**
   * The same that does not repeat what was finished before it was interrupted.
   *
   * @param rows of the same plan on the same samples
   */
  public Comparison goingOnFrom(List<ComparedCoder> rows) {
    return new Comparison(plan, reported, candidates, rows);
  }

  /**
   * Compares coders. One that refuses the network is a row that says why.
   *
   * @param coders their ids, in the order of the rows
   * @param mixed whether a last row is wanted in which each layer may have another of them
   * @param rows hears of each row as soon as it is there, on the working thread; of those that were
   *     finished before, too
   * @param points hears of every assessed point, on the working thread
   */
  public List<ComparedCoder> measure(
      List<String> coders,
      boolean mixed,
      Consumer<ComparedCoder> rows,
      PointListener points,
      Progress progress) {
    progress.begin("Comparing coders", 100L * (coders.size() + (mixed ? 1 : 0)));
    var found = new ArrayList<Candidate>();
    var all = new ArrayList<ComparedCoder>();
    for (String coder : coders) {
      var part = progress.part(100);
      all.add(row(coder, part, rows, () -> candidates.of(coder, points, part), found));
    }
    if (mixed) {
      var part = progress.part(100);
      all.add(row(MIXED, part, rows, () -> candidates.mixed(found, part), new ArrayList<>()));
    }
    return all;
  }

  /** Finds a configuration. */
  private interface Finding {
    Candidate find();
  }

  private ComparedCoder row(
      String coder,
      Progress progress,
      Consumer<ComparedCoder> rows,
      Finding finding,
      List<Candidate> found) {
    long start = System.nanoTime();
    progress.begin("Comparing " + coder, 100);
    var before = finished.stream().filter(other -> other.coder().equals(coder)).findFirst();
    if (before.isPresent()) {
      candidate(before.get()).ifPresent(found::add);
      rows.accept(before.get());
      return before.get();
    }
    ComparedCoder row;
    try {
      var candidate = finding.find();
      var file = measured(candidate, progress.part(20));
      candidate.encoder().forget();
      found.add(candidate);
      row =
          new ComparedCoder(
              coder,
              candidate.reached()
                  ? ComparedCoder.Verdict.REACHED
                  : ComparedCoder.Verdict.OUT_OF_REACH,
              candidate.reached() ? "" : outOfReach(candidate.best()),
              Optional.of(file),
              coder.equals(MIXED) ? Optional.empty() : Optional.of(candidate.assessment()),
              Optional.of(candidate.best()),
              System.nanoTime() - start);
    } catch (Fault fault) {
      row = ComparedCoder.failed(coder, fault.sentence(), System.nanoTime() - start);
    }
    rows.accept(row);
    return row;
  }

  /** What a mixture may be made of. */
  private static Optional<Candidate> candidate(ComparedCoder row) {
    boolean reached = row.verdict() == ComparedCoder.Verdict.REACHED;
    return row.assessment()
        .flatMap(
            curves ->
                row.chosen().map(best -> new Candidate(curves, best, reached, new ModelEncoder())));
  }

  private String outOfReach(Trial best) {
    return String.format(
        Locale.ROOT,
        "no setting keeps the loss within %.2f pp where it is chosen; the least is %.2f pp, or"
            + " %.2f pp on samples nobody has seen (95 %%)",
        plan.budget(),
        best.lossPoints(),
        best.lossAtMost());
  }

  /** Encodes, and measures what the file decodes to. */
  private ComparedFile measured(Candidate candidate, Progress progress) {
    progress.begin("Measuring", 100);
    var network = plan.network();
    var best = candidate.best();
    var model = candidate.encoder().encode(network, best.configuration(), progress.part(30));
    var file = WbzReader.read(network.name(), model.file().toBytes());
    var decoded =
        file.layers().stream()
            .collect(
                Collectors.toMap(
                    layer -> new LayerId(layer.name()), layer -> layer.decode(progress.part(1))));
    var before = reported.baseline(progress.part(10)).accuracy();
    var after = MeasuredAccuracy.of(reported.evaluate(decoded, progress.part(20)));
    var throughput = Throughput.measure(network, best.configuration(), file, progress.part(30));
    return ComparedFile.of(plan, model, best.measured().loss(), before, after, throughput);
  }
}
