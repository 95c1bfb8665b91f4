package org.weighbridge.codec.index;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.Effort;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

class IndexRaceTest extends IndexCoderContract {
  private static final List<IndexCoder> MEMBERS =
      List.of(new GapIndex(), new BitmaskIndex(), new ContextIndex(), new CellIndex());

  @Override
  IndexCoder coder() {
    return new IndexRace(MEMBERS);
  }

  @Test
  void losesToNoMember() {
    var random = new Random(37);
    for (double density : new double[] {0.001, 0.05, 0.5, 0.95}) {
      var mask = Mask.of(Shape.of(50, 80), i -> random.nextDouble() < density);
      int raced = coder().encode(mask, Effort.MAX, Progress.none()).length;
      for (var member : MEMBERS) {
        int alone = member.encode(mask, Effort.MAX, Progress.none()).length;
        assertTrue(raced <= alone + 1, member.name() + " at " + density);
      }
    }
  }
}
