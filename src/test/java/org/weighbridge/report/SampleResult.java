package org.weighbridge.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.container.EncodedFile;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.ComparedFile;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.Throughput;
import org.weighbridge.experiment.provenance.DataSource;
import org.weighbridge.experiment.provenance.Machine;
import org.weighbridge.experiment.provenance.ModelSource;
import org.weighbridge.experiment.provenance.Provenance;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Answers;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Tensor;

/** A made-up result for a network of two layers: every number is known. */
final class SampleResult {
  static final double BOUND = 0.02;

  private SampleResult() {}

  /** fc1 is 30 × 56, fc2 is 10 × 30; every fourth weight of fc1, every second of fc2 is kept. */
  static Network network() {
    Network dense = TestModels.mlp(11, 56, 30, 10);
    return dense.withWeights(
        Map.of(
            dense.layers().get(0).id(), every(4, dense.layers().get(0).weights()),
            dense.layers().get(1).id(), every(2, dense.layers().get(1).weights())));
  }

  private static Tensor every(int step, Tensor weights) {
    var kept = new float[weights.size()];
    for (int i = 0; i < kept.length; i += step) {
      kept[i] = 0.05f + Math.abs(weights.values()[i]);
      kept[i] = i % (2 * step) == 0 ? kept[i] : -kept[i];
    }
    return new Tensor(weights.shape(), kept);
  }

  static Assessment assessment() {
    var curves = new ArrayList<LayerCurve>();
    for (Layer layer : network().layers()) {
      var points = new ArrayList<AssessmentPoint>();
      for (int i = 0; i < 8; i++) {
        double bound = 0.001 * Math.pow(2, i);
        int correct = 9840 - (int) (3 + 4e4 * (1 + curves.size()) * bound * bound);
        var accuracy = new Accuracy(10_000, correct, Accuracy.Kind.LABELS);
        var flips = new Flips(9837 - correct + 3, 3);
        var loss = Loss.counted(flips, 10_000);
        points.add(
            new AssessmentPoint("sz", bound, accuracy, loss, flips, 900 - 90L * i, 0.99 * bound));
      }
      curves.add(new LayerCurve(layer.id(), points));
    }
    return new Assessment(new Accuracy(10_000, 9837, Accuracy.Kind.LABELS), curves, 400);
  }

  static EncodedModel encoded(Network network) {
    var bounds = new LinkedHashMap<LayerId, ErrorBound>();
    var reports = new ArrayList<LayerReport>();
    var decoded = new LinkedHashMap<LayerId, Tensor>();
    for (Layer layer : network.layers()) {
      double bound = BOUND / (1 + reports.size());
      bounds.put(layer.id(), ErrorBound.absolute(bound));
      decoded.put(layer.id(), noisy(layer.weights(), bound));
      var breakdown =
          new Breakdown(
              Map.of(
                  Breakdown.Part.INDEX, 110L,
                  Breakdown.Part.VALUES, 150L,
                  Breakdown.Part.OUTLIERS, 8L,
                  Breakdown.Part.TABLES, 20L,
                  Breakdown.Part.HEADER, 12L));
      reports.add(
          new LayerReport(
              layer.id(),
              layer.operator(),
              "SZ(zero,linear,huffman,zstd)",
              bound,
              0.995 * bound,
              50,
              layer.weights().size(),
              layer.weights().nonZeros(),
              breakdown,
              Optional.empty()));
    }
    return new EncodedModel(
        new Configuration(Coding.DEFAULT, bounds),
        reports,
        List.of(),
        decoded,
        EncodedFile.of(new byte[1000]),
        network.originalBytes(),
        12_300_000,
        4_560_000);
  }

  /** The same with the first bias coded into 30 bytes. */
  static EncodedModel withSmallTensors(Network network) {
    var lossless = encoded(network);
    var bias = network.smallTensors().getFirst();
    var report =
        new LayerReport(
            bias.id(),
            bias.operator(),
            "SZ(zero,linear,huffman,zstd)",
            0.01,
            0.009,
            45,
            bias.values().size(),
            bias.values().nonZeros(),
            new Breakdown(Map.of(Breakdown.Part.VALUES, 30L)),
            Optional.empty());
    return new EncodedModel(
        lossless.configuration(),
        lossless.layers(),
        List.of(report),
        lossless.decoded(),
        lossless.file(),
        lossless.originalBytes(),
        lossless.encodeNanos(),
        lossless.decodeNanos());
  }

  private static Tensor noisy(Tensor weights, double bound) {
    var random = new Random(5);
    var values = weights.values().clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        values[i] += (float) (0.99 * bound * (2 * random.nextDouble() - 1));
      }
    }
    return new Tensor(weights.shape(), values);
  }

  static BeforeAfter accuracy() {
    return BeforeAfter.of(evaluation(9837, new Flips(0, 0)), evaluation(9820, new Flips(31, 14)));
  }

  private static Evaluation evaluation(int correct, Flips flips) {
    return new Evaluation(
        new Accuracy(10_000, correct, Accuracy.Kind.LABELS), flips, Answers.ofSize(0), 1);
  }

  /** Two that were tried; the second is what {@link #encoded} encodes. */
  private static List<MeasuredConfiguration> trials(Network network) {
    var chosen = encoded(network).configuration();
    var finer = new LinkedHashMap<LayerId, ErrorBound>();
    chosen.settings().keySet().forEach(id -> finer.put(id, ErrorBound.absolute(BOUND / 4)));
    return List.of(
        new MeasuredConfiguration(
            new Configuration(Coding.DEFAULT, finer),
            Split.VALIDATION,
            OptionalDouble.of(0.09),
            new Loss(0.11, 0.04),
            1250),
        new MeasuredConfiguration(
            chosen, Split.VALIDATION, OptionalDouble.of(0.22), new Loss(0.27, 0.06), 998));
  }

  /** One coder that was measured, one that failed, one that was published. */
  static ComparisonResult comparison(Network network) {
    var model = encoded(network);
    var before = accuracy().before().accuracy();
    var file =
        new ComparedFile(
            model.configuration(),
            MeasuredFile.of(model),
            List.of(),
            13.2,
            8.421052631578947,
            new Loss(0.11, 0.04),
            before,
            accuracy().after(),
            new Throughput(7920, 1_000_000, 400_000, 5));
    var none = Optional.<Assessment>empty();
    return new ComparisonResult(
        "mlp",
        network.originalBytes(),
        "mnist, validation",
        "mnist, test",
        0.3,
        List.of(
            new ComparedCoder(
                "codebook",
                ComparedCoder.Verdict.REACHED,
                "",
                Optional.of(file),
                none,
                Optional.empty(),
                2_000_000_000L),
            new ComparedCoder(
                "bloomier",
                ComparedCoder.Verdict.FAILED,
                "no layer is sparse <enough> & \"large\"",
                Optional.empty(),
                none,
                Optional.empty(),
                1_000_000)),
        List.of(
            new PublishedResult(
                "Deep Compression",
                "LeNet-300-100",
                "40",
                "27 KB",
                "whole network",
                "1.64 → 1.58 %",
                "Han et al., ICLR 2016",
                PublishedResult.Reading.SOURCE)));
  }

  static Provenance provenance() {
    var machine =
        new Machine("Linux 6.1, amd64", "a JVM 25", "a processor", 4, Map.of("ONNX Runtime", "1"));
    return new Provenance(
            "weighbridge 1",
            Optional.empty(),
            machine,
            Instant.parse("2026-11-22T10:00:00Z"),
            Optional.of(new ModelSource("mlp.onnx", "ab".repeat(32))),
            Optional.empty(),
            List.of(new DataSource("mnist, test", 10_000, "cd".repeat(32))),
            Map.of())
        .withSeed("training", 7);
  }

  /** Everything that a report can show. */
  static ReportInput input() {
    Network network = network();
    return ReportInput.of(network)
        .withAssessment(assessment())
        .withMaxLossPoints(0.3)
        .withTrials(trials(network))
        .withEncoded(encoded(network))
        .withAccuracy(accuracy())
        .withDataset("mnist, test")
        .withOriginal(
            TestModels.mlp(11, 56, 30, 10),
            Optional.of(new Accuracy(10_000, 9850, Accuracy.Kind.LABELS)))
        .withComparison(comparison(network))
        .withRecipe("model: mlp.onnx\n")
        .withProvenance(provenance())
        .withCommandLine("weighbridge report mlp.onnx --data mnist");
  }
}
