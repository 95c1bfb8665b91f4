package org.weighbridge.workflow;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.Comparison;
import org.weighbridge.experiment.ComparisonPlan;
import org.weighbridge.job.Progress;
import org.weighbridge.report.ComparisonResult;
import org.weighbridge.report.PublishedResults;

/**
 * Compares coders on the same weights under the same budget of loss.
 *
 * @param budget in percentage points, at least 0
 * @param coders their ids, in the order of the rows; empty: all there are
 * @param mixed whether a last row is wanted in which every layer may have another of them
 * @param published whether what the literature says of such networks stands beside
 * @param coding effort, the fate of weights below the bound and small tensors
 * @param layers which layers may be coded
 * @param tests how the settings to test are found
 */
public record Compare(
    double budget,
    List<String> coders,
    boolean mixed,
    boolean published,
    Coding coding,
    LayerSelection layers,
    TestPlan tests)
    implements Operator {
  /** Refuses a budget that is no loss, and coders that there are not. */
  public Compare {
    if (!(budget >= 0)) {
      throw new IllegalArgumentException("a budget is a loss of at least 0 percentage points");
    }
    coders = coders.stream().map(Codecs::byId).map(LayerCodec::id).distinct().toList();
  }

  /** These coders, or all, as they are by themselves. */
  public static Compare within(double budget, List<String> coders) {
    return new Compare(
        budget, coders, false, true, Coding.DEFAULT, LayerSelection.ALL, TestPlan.ADAPTIVE);
  }

  /** The ids of the coders that are compared. */
  public List<String> compared() {
    return coders.isEmpty() ? Codecs.all().stream().map(LayerCodec::id).toList() : coders;
  }

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public Material apply(Material material, Workbench bench, Progress progress) {
    progress.begin("Comparing coders on " + material.network().name(), 100);
    var network = material.network();
    var data = material.needData("Comparing");
    var dataset = data.reporting();
    var plan = new ComparisonPlan(network, layers.in(network), coding, tests.upTo(budget), budget);
    try (var reported = data.evaluator(network, dataset);
        var samples = ChoosingSamples.open(material, data, reported, progress.part(8))) {
      var rows = new ArrayList<ComparedCoder>();
      new Comparison(plan, samples.samples(), reported, bench.store())
          .goingOnFrom(bench.rows())
          .measure(
              compared(),
              mixed,
              row -> {
                rows.add(row);
                bench.listener().compared(result(material, samples, dataset, rows));
                progress.step(row.coder() + " is done");
              },
              bench.listener()::point,
              progress.part(92));
      return material.withComparison(result(material, samples, dataset, rows));
    }
  }

  private ComparisonResult result(
      Material material, ChoosingSamples samples, Dataset dataset, List<ComparedCoder> rows) {
    var network = material.network();
    return new ComparisonResult(
        network.name(),
        network.originalBytes(),
        samples.words(),
        dataset.name(),
        budget,
        rows,
        published ? PublishedResults.fitting(network) : List.of());
  }
}
