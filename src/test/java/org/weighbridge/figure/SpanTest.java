package org.weighbridge.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpanTest {
  @Test
  void leavesRoomAroundTheDataButKeepsGivenEnds() {
    Span free = Span.of(Axis.linear("x", ""), DoubleStream.of(0, 100, Double.NaN));
    assertEquals(-4, free.from());
    assertEquals(104, free.to());

    Span fixed = Span.of(Axis.linear("x", "").range(1, 2), DoubleStream.of(0, 100));
    assertEquals(new Span(1, 2, Axis.Scale.LINEAR), fixed);
  }

  @Test
  void logarithmsShowPositiveValuesOnly() {
    Span span = Span.of(Axis.log("x", ""), DoubleStream.of(-1, 0, 0.01, 1));
    assertEquals(0.01 * Math.pow(100, -0.04), span.from(), 1e-12);
    assertEquals(0.5, span.place(0.1), 1e-12);
    assertTrue(Double.isNaN(span.place(0)));
  }

  @Test
  void oneValueOrNoneStillMakesAnAxis() {
    for (Axis axis : new Axis[] {Axis.linear("x", ""), Axis.log("x", "")}) {
      assertEquals(0.5, Span.of(axis, DoubleStream.of(7)).place(7), 0.2, axis.toString());
      Span.of(axis, DoubleStream.empty());
      Span.of(axis, DoubleStream.of(Double.NaN));
    }
    Span.of(Axis.linear("x", ""), DoubleStream.of(0));
  }

  @Test
  void refusesWhatIsNoAxis() {
    assertThrows(IllegalArgumentException.class, () -> new Span(1, 1, Axis.Scale.LINEAR));
    assertThrows(IllegalArgumentException.class, () -> new Span(0, 1, Axis.Scale.LOG));
    assertThrows(IllegalArgumentException.class, () -> new Span(0, Double.NaN, Axis.Scale.LINEAR));
  }
}
