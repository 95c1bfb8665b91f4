package org.weighbridge.gui.runs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.Run;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

/** Runs that nobody measured. */
final class TestRuns {
  static final LayerId FC1 = new LayerId("fc1.weight");
  static final LayerId FC2 = new LayerId("fc2.weight");

  private TestRuns() {}

  /** A run of two layers with 1000 samples; NaN bounds are layers carried along losslessly. */
  static Run run(int number, double fc1, double fc2, double ratio, int lost) {
    Map<LayerId, ErrorBound> bounds = new LinkedHashMap<>();
    if (!Double.isNaN(fc1)) {
      bounds.put(FC1, ErrorBound.absolute(fc1));
    }
    if (!Double.isNaN(fc2)) {
      bounds.put(FC2, ErrorBound.absolute(fc2));
    }
    var flips = new Flips(lost, 0);
    return new Run(
        number,
        Instant.ofEpochSecond(number),
        Run.Origin.HAND,
        "samples",
        0,
        PruningChoices.NONE,
        new Configuration(Coding.DEFAULT, bounds),
        Optional.of(
            new MeasuredAccuracy(
                new Accuracy(1000, 980 - lost, Accuracy.Kind.LABELS),
                flips,
                Loss.counted(flips, 1000),
                1,
                0.1)),
        new MeasuredFile(
            List.of(), (long) (1_000_000 / ratio), ratio, ratio, 0.9, 200_000_000, 5_000_000),
        "by hand",
        List.of());
  }
}
