package org.weighbridge.gui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final List<Quantity> QUANTITIES =
      Quantity.all(List.of(Quantity.bound(TestRuns.FC1), Quantity.bound(TestRuns.FC2)));

  @Test
  void saysWhatDiffersAndNothingElse() {
    var from = TestRuns.run(1, 0.01, 0.01, 40, 1);
    var to = TestRuns.run(2, 0.03, Double.NaN, 50, 4);
    assertEquals(
        "Run 2 against run 1: Ratio +25.0 % · Size −20.0 % · Top-1 −0.30 pp · Loss +0.30 pp"
            + " · ε fc1 × 3.00 · ε fc2 1e-2 → –",
        Difference.words(to, from, QUANTITIES));
    assertEquals("Run 1 against run 1: the same numbers", Difference.words(from, from, QUANTITIES));
  }
}
