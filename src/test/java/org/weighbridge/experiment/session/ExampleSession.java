package org.weighbridge.experiment.session;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.assessment.PointKey;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Composition;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Grain;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.PruningMethod;
import org.weighbridge.experiment.Run;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.TestModels;

/** A session with everything in it that one can have. */
final class ExampleSession {
  static final LayerId FC1 = new LayerId("fc1.weight");
  static final LayerId FC2 = new LayerId("fc2.weight");

  private ExampleSession() {}

  static Session make() {
    var bounds = new LinkedHashMap<LayerId, ErrorBound>();
    bounds.put(FC2, ErrorBound.absolute(0.01));
    bounds.put(FC1, new ErrorBound(ErrorBound.Mode.PSNR, 40));
    var configuration = new Configuration(Coding.DEFAULT, bounds);
    var pruning = new PruningChoices(PruningMethod.THRESHOLD, Grain.NEURONS, Map.of(FC1, 0.25));
    var before = new Accuracy(200, 190, Accuracy.Kind.AGREEMENT);
    var state =
        new SessionState(
            new SessionState.Model("/models/lenet.onnx", Optional.empty(), "ab12"),
            Optional.empty(),
            Optional.of(
                new SessionState.Data("digits", Optional.empty(), Map.of(Split.TEST, "cd34"))),
            List.of(new SessionState.Retrained(1, Optional.of(before))),
            List.of(measured(pruning, configuration), encoded(configuration)),
            Optional.of(1),
            new SessionState.Chosen(1, pruning, configuration),
            0.3,
            List.of(curves()),
            new SessionState.View(Optional.of(FC2), Map.of("tried", "runs-tab")));
    return new Session(state, List.of(TestModels.mlp(5, 12, 6, 4)));
  }

  private static SessionState.Curves curves() {
    var accuracy = new Accuracy(100, 97, Accuracy.Kind.LABELS);
    var points =
        List.of(
            new AssessmentPoint(
                "sz", 1e-3, accuracy, new Loss(0.1, 0.3), new Flips(1, 0), 1234, 9.9e-4),
            new AssessmentPoint(
                "sz", 1e-2, accuracy, new Loss(-1, 0.3), new Flips(3, 4), 567, 1 / 101.0));
    var assessment =
        new Assessment(
            accuracy, List.of(new LayerCurve(FC1, points), new LayerCurve(FC2, List.of())), 99);
    return new SessionState.Curves(
        Coding.DEFAULT, Optional.of(new PointKey("ef56", "0178")), assessment);
  }

  private static Run measured(PruningChoices pruning, Configuration configuration) {
    var accuracy =
        new MeasuredAccuracy(
            new Accuracy(200, 180, Accuracy.Kind.LABELS),
            new Flips(2, 1),
            new Loss(0.5, 0.1),
            1,
            2);
    return new Run(
        1,
        Instant.parse("2026-11-22T10:15:30.123456Z"),
        Run.Origin.OPTIMIZER,
        "digits, test",
        0,
        pruning,
        configuration,
        Optional.of(accuracy),
        file(),
        "a \"note\" with <signs> and ε",
        List.of("one", "two"));
  }

  private static Run encoded(Configuration configuration) {
    return new Run(
        3,
        Instant.EPOCH,
        Run.Origin.HAND,
        "",
        1,
        PruningChoices.NONE,
        configuration,
        Optional.empty(),
        file(),
        "",
        List.of());
  }

  private static MeasuredFile file() {
    var report =
        new LayerReport(
            FC1,
            "Gemm",
            "SZ(x)",
            0.01,
            0.009,
            Double.POSITIVE_INFINITY,
            72,
            30,
            new Breakdown(Map.of(Breakdown.Part.INDEX, 7L)),
            Optional.of(new Composition("zero", "linear", OptionalInt.empty(), "gap", "rans", 2)));
    return new MeasuredFile(List.of(report), 99, 3.5, Double.NaN, 0.9, 5, 6);
  }
}
