package org.weighbridge.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

class AdditivityTest {
  @Test
  void comparesMeasuredWithPredicted() {
    var measured =
        MeasuredConfigurations.NONE
            .with(one(1, Split.VALIDATION, 0.1, 0.25, 900))
            .with(one(2, Split.VALIDATION, 0.4, 0.7, 500))
            .with(one(3, Split.TEST, 1, -5, 400));
    var additivity = measured.additivity(Split.VALIDATION).orElseThrow();
    assertEquals(2, additivity.configurations());
    assertEquals((0.1 * 0.25 + 0.4 * 0.7) / (0.1 * 0.1 + 0.4 * 0.4), additivity.slope(), 1e-12);
    assertEquals((0.15 + 0.3) / 2, additivity.meanDifference(), 1e-12);
    assertEquals(0.3, additivity.largestDifference(), 1e-12);
  }

  @Test
  void nothingIsSaidWhereNothingWasPredicted() {
    var one =
        new MeasuredConfiguration(
            configuration(1), Split.TEST, OptionalDouble.empty(), new Loss(1, 0), 10);
    assertTrue(MeasuredConfigurations.NONE.with(one).additivity(Split.TEST).isEmpty());
  }

  @Test
  void frontLeavesOutWhatIsBeatenOnTheSameSplit() {
    var small = one(1, Split.TEST, 0, 0.5, 100);
    var large = one(2, Split.TEST, 0, 0.1, 200);
    var beaten = one(3, Split.TEST, 0, 0.5, 150);
    var elsewhere = one(4, Split.VALIDATION, 0, 0.6, 190);
    var measured = new MeasuredConfigurations(List.of(small, large, beaten, elsewhere));
    assertEquals(List.of(small, large), measured.front(Split.TEST));
    assertEquals(List.of(elsewhere), measured.front(Split.VALIDATION));
  }

  @Test
  void laterMeasurementReplacesAnEarlierOneOfTheSame() {
    var before = one(1, Split.TEST, 0, 0.5, 100);
    var after = one(1, Split.TEST, 0.2, 0.4, 90);
    var other = one(1, Split.VALIDATION, 0.2, 0.4, 90);
    var measured = MeasuredConfigurations.NONE.with(before).with(other).with(after);
    assertEquals(List.of(other, after), measured.all());
  }

  private static MeasuredConfiguration one(
      int bound, Split split, double predicted, double measured, long bytes) {
    return new MeasuredConfiguration(
        configuration(bound), split, OptionalDouble.of(predicted), new Loss(measured, 0), bytes);
  }

  private static Configuration configuration(int bound) {
    return new Configuration(Coding.DEFAULT, Map.of(new LayerId("fc"), ErrorBound.absolute(bound)));
  }
}
