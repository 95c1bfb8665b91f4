package org.weighbridge.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;

class DigitSamplesTest {
  private static Dataset open(String where, Split split) {
    return DataSets.open(where, split, OptionalInt.empty());
  }

  @Test
  void hasThreeBalancedSplits() {
    assertEquals(60_000, open("digits", Split.TRAINING).size());
    for (Split split : new Split[] {Split.TEST, Split.VALIDATION}) {
      Dataset data = open("digits", split);
      assertEquals(10_000, data.size());
      assertEquals(Shape.of(1, 28, 28), data.sampleShape());
      int[] counts = new int[10];
      for (int label : data.labels().orElseThrow()) {
        counts[label]++;
      }
      assertEquals("[" + "1000, ".repeat(9) + "1000]", Arrays.toString(counts));
    }
  }

  @Test
  void splitsAndSeedsDiffer() {
    var few = OptionalInt.of(20);
    String test = DataSets.open("digits", Split.TEST, few).hash();
    assertEquals(test, DataSets.open("digits:1", Split.TEST, few).hash());
    assertNotEquals(test, DataSets.open("digits", Split.VALIDATION, few).hash());
    assertNotEquals(test, DataSets.open("digits:2", Split.TEST, few).hash());
  }

  @Test
  void theOrderOfReadingDoesNotMatter() {
    Dataset forward = open("digits", Split.TEST).limit(100);
    Dataset backward = open("digits", Split.TEST).limit(100);
    float[] sample = new float[784];
    for (int i = 99; i >= 0; i--) {
      backward.read(i, sample, 0);
    }
    assertEquals(forward.hash(), backward.hash());
  }

  @Test
  void theSeedMustBeANumber() {
    assertThrows(Fault.class, () -> open("digits:x", Split.TEST));
  }
}
