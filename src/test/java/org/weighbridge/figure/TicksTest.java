package org.weighbridge.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighbridge.figure.Axis.Scale;
import org.weighbridge.figure.Ticks.Tick;

class TicksTest {
  private static Ticks ticks(double from, double to, Scale scale, int most) {
    return Ticks.of(new Span(from, to, scale), most);
  }

  private static List<String> labels(Ticks ticks) {
    return ticks.major().stream().map(Tick::label).toList();
  }

  @Test
  void linearStepsAreOneTwoOrFive() {
    assertEquals(List.of("0", "1", "2", "3", "4", "5"), labels(ticks(0, 5, Scale.LINEAR, 6)));
    assertEquals(
        List.of("97.0", "97.5", "98.0", "98.5"), labels(ticks(96.8, 98.7, Scale.LINEAR, 5)));
    assertEquals(List.of("−0.02", "0.00", "0.02"), labels(ticks(-0.025, 0.025, Scale.LINEAR, 4)));
    assertEquals(List.of("0", "10 000", "20 000"), labels(ticks(0, 2.1e4, Scale.LINEAR, 3)));
  }

  @Test
  void verySmallLinearValuesAreWrittenAsPowers() {
    assertEquals(List.of("−2e-5", "0", "2e-5"), labels(ticks(-2.5e-5, 2.5e-5, Scale.LINEAR, 4)));
  }

  @Test
  void linearMinorMarksDivideTheSteps() {
    assertEquals(List.of(0.5, 1.0, 1.5), ticks(0, 2, Scale.LINEAR, 1).minor());
  }

  @Test
  void decadesCarryTheLabelsOfALogAxis() {
    Ticks ticks = ticks(1e-4, 0.2, Scale.LOG, 6);
    assertEquals(List.of("1e-4", "1e-3", "1e-2", "1e-1"), labels(ticks));
    assertEquals(8 * 3 + 1, ticks.minor().size(), "2 to 9 in three decades and 2e-1");
    assertEquals(2e-4, ticks.minor().getFirst());
    assertEquals(0.2, ticks.minor().getLast());
  }

  @Test
  void countsOnALogAxisAreWrittenOut() {
    assertEquals(List.of("1", "10", "100", "1 000"), labels(ticks(0.7, 2000, Scale.LOG, 6)));
  }

  @Test
  void manyDecadesAreThinnedOut() {
    Ticks ticks = ticks(1e-12, 1, Scale.LOG, 5);
    assertEquals(List.of("1e-12", "1e-9", "1e-6", "1e-3", "1e0"), labels(ticks));
    assertEquals(8, ticks.minor().size(), "the decades between");
  }

  @Test
  void lessThanTwoDecadesAreLabelledAtOneTwoFive() {
    assertEquals(List.of("10", "20", "50"), labels(ticks(8, 60, Scale.LOG, 6)));
    assertEquals(List.of("2e-3", "5e-3", "1e-2", "2e-2"), labels(ticks(2e-3, 3e-2, Scale.LOG, 6)));
  }

  @Test
  void aSliverOfADecadeIsLabelledEvenly() {
    Ticks ticks = ticks(56, 61, Scale.LOG, 6);
    assertTrue(ticks.major().size() >= 3, ticks.toString());
    assertEquals("56", ticks.major().getFirst().label());
  }

  @Test
  void neverMoreLabelsThanAskedForAndAllInside() {
    for (double to = 1e-6; to < 1e6; to *= 1.37) {
      for (int most = 2; most <= 12; most++) {
        Span span = new Span(-to / 3, to, Scale.LINEAR);
        var ticks = Ticks.of(span, most).major();
        assertTrue(ticks.size() <= most + 1 && !ticks.isEmpty(), to + ", " + most + ": " + ticks);
        ticks.forEach(tick -> assertTrue(span.contains(tick.at()), tick + " in " + span));
      }
    }
  }
}
